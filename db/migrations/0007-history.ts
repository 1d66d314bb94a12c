/**
 * What users note of an attempt, which ones they want to keep by all means, and whose sound was cleaned up: its file goes
 * some minutes after that moment.
 */
export const sql = `
ALTER TABLE attempts ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1));
ALTER TABLE attempts ADD COLUMN audio_removed_at INTEGER;
CREATE INDEX attempts_by_time ON attempts(started_at);
`
