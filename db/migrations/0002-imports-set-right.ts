/** What users set right in an import, and the last line of each point. */
export const sql = `
ALTER TABLE banks ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(corrections));
ALTER TABLE points RENAME COLUMN line TO line_from;
ALTER TABLE points ADD COLUMN line_to INTEGER;
UPDATE points SET line_to = line_from;
`
