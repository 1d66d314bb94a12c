/** Words that users accepted or rejected for a point. They outlive the attempt they were said in, not the point. */
export const sql = `
CREATE TABLE wordings (
  id TEXT PRIMARY KEY,
  point_id TEXT NOT NULL REFERENCES points(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('accepted', 'rejected')),
  text TEXT NOT NULL,
  attempt_id TEXT REFERENCES attempts(id) ON DELETE SET NULL,
  learned_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX wordings_by_point ON wordings(point_id, learned_at);
CREATE INDEX wordings_by_attempt ON wordings(attempt_id);
`
