/**
 * What charts follow over years, kept beside the scores: what became of each point (`statuses`, by point), the share of
 * points said, and how it was spoken. Everything is assessed anew once.
 */
export const sql = `
ALTER TABLE scores ADD COLUMN statuses TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(statuses));
ALTER TABLE scores ADD COLUMN readiness REAL;
ALTER TABLE scores ADD COLUMN words_per_minute REAL;
ALTER TABLE scores ADD COLUMN fillers_per_minute REAL;
ALTER TABLE scores ADD COLUMN pause_share REAL;
UPDATE scores SET matcher = '';
`
