/** Banks, stories, attempts and what users decide about them. Times are milliseconds since 1970. */
export const sql = `
CREATE TABLE banks (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  source BLOB NOT NULL,
  imported_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE sections (
  id TEXT PRIMARY KEY,
  bank_id TEXT NOT NULL REFERENCES banks(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  definition TEXT
) STRICT;
CREATE INDEX sections_by_bank ON sections(bank_id, position);

CREATE TABLE questions (
  id TEXT PRIMARY KEY,
  bank_id TEXT NOT NULL REFERENCES banks(id) ON DELETE CASCADE,
  section_id TEXT REFERENCES sections(id) ON DELETE SET NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX questions_by_bank ON questions(bank_id, position);
CREATE INDEX questions_by_section ON questions(section_id);

-- source_title is the title as imported; title is what the user made of it.
CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  bank_id TEXT NOT NULL REFERENCES banks(id) ON DELETE CASCADE,
  section_id TEXT REFERENCES sections(id) ON DELETE SET NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('story', 'quick-answer')),
  title TEXT NOT NULL,
  source_title TEXT NOT NULL,
  notes TEXT NOT NULL CHECK (json_valid(notes)),
  target_min_ms INTEGER,
  target_max_ms INTEGER,
  line_from INTEGER,
  line_to INTEGER,
  removed_at INTEGER
) STRICT;
CREATE INDEX stories_by_bank ON stories(bank_id, position);
CREATE INDEX stories_by_section ON stories(section_id);

CREATE TABLE story_questions (
  story_id TEXT NOT NULL REFERENCES stories(id) ON DELETE CASCADE,
  question_id TEXT NOT NULL REFERENCES questions(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (story_id, question_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_questions_by_question ON story_questions(question_id);

-- source_text is the text as imported; text is what the user made of it; null source_text: added by hand.
CREATE TABLE points (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('situation', 'task', 'action', 'result', 'learning', 'other')),
  text TEXT NOT NULL,
  source_text TEXT,
  weight TEXT NOT NULL CHECK (weight IN ('key', 'normal', 'optional')),
  line INTEGER,
  removed_at INTEGER
) STRICT;
CREATE INDEX points_by_story ON points(story_id, position);

CREATE TABLE facts (
  point_id TEXT NOT NULL REFERENCES points(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (point_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories(id) ON DELETE CASCADE,
  question_id TEXT REFERENCES questions(id) ON DELETE SET NULL,
  cue_level TEXT NOT NULL CHECK (cue_level IN ('full', 'keywords', 'off-book')),
  status TEXT NOT NULL CHECK (status IN ('recording', 'recorded')),
  recovered INTEGER NOT NULL DEFAULT 0 CHECK (recovered IN (0, 1)),
  started_at INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL DEFAULT 0,
  transcription_error TEXT,
  removed_at INTEGER
) STRICT;
CREATE INDEX attempts_by_story ON attempts(story_id, started_at);
CREATE INDEX attempts_by_question ON attempts(question_id);

CREATE TABLE envelopes (
  attempt_id TEXT PRIMARY KEY REFERENCES attempts(id) ON DELETE CASCADE,
  frame_ms INTEGER NOT NULL,
  peaks BLOB NOT NULL
) STRICT;

-- heard is what the engine said and never changes by hand; corrected is the user's version of it.
CREATE TABLE transcripts (
  attempt_id TEXT PRIMARY KEY REFERENCES attempts(id) ON DELETE CASCADE,
  heard TEXT NOT NULL CHECK (json_valid(heard)),
  corrected TEXT CHECK (corrected IS NULL OR json_valid(corrected)),
  model_name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE overrides (
  attempt_id TEXT NOT NULL REFERENCES attempts(id) ON DELETE CASCADE,
  point_id TEXT NOT NULL REFERENCES points(id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('covered', 'partial', 'missed')),
  set_at INTEGER NOT NULL,
  PRIMARY KEY (attempt_id, point_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX overrides_by_point ON overrides(point_id);

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
`
