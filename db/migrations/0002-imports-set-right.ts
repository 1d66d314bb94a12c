/**
 * What users set right in an import, the last line of each point, and what the last import read of each point besides
 * its text: only what differs from that was changed by the user.
 */
export const sql = `
ALTER TABLE banks ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(corrections));
ALTER TABLE points RENAME COLUMN line TO line_from;
ALTER TABLE points ADD COLUMN line_to INTEGER;
ALTER TABLE points ADD COLUMN source_part TEXT;
ALTER TABLE points ADD COLUMN source_weight TEXT;
ALTER TABLE points ADD COLUMN source_position INTEGER;
UPDATE points SET line_to = line_from;
UPDATE points SET source_part = part, source_weight = weight, source_position = position WHERE source_text IS NOT NULL;
`
