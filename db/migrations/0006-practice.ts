/**
 * Spaced repetition and sessions. A card is a story under one of its questions, or under its title where it has none;
 * what it remembers is FSRS's, and when it is due is computed from that. Reviews are kept for good, so that parameters
 * can be fitted to them later. `focus` lists the points that an attempt was about; null means the whole story.
 */
export const sql = `
ALTER TABLE attempts ADD COLUMN focus TEXT CHECK (focus IS NULL OR json_valid(focus));

CREATE TABLE cards (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories(id) ON DELETE CASCADE,
  question_id TEXT REFERENCES questions(id) ON DELETE CASCADE,
  memory TEXT CHECK (memory IS NULL OR json_valid(memory)),
  last_review_at INTEGER,
  postponed_until INTEGER,
  suspended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX cards_by_prompt ON cards(story_id, ifnull(question_id, ''));
CREATE INDEX cards_by_question ON cards(question_id);

-- before and after are what the card remembered: JSON of FSRS, before is null at the first review.
CREATE TABLE reviews (
  id TEXT PRIMARY KEY,
  card_id TEXT REFERENCES cards(id) ON DELETE SET NULL,
  story_id TEXT REFERENCES stories(id) ON DELETE SET NULL,
  attempt_id TEXT REFERENCES attempts(id) ON DELETE SET NULL,
  rating TEXT NOT NULL CHECK (rating IN ('again', 'hard', 'good', 'easy')),
  proposed TEXT CHECK (proposed IN ('again', 'hard', 'good', 'easy')),
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  reviewed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX reviews_by_card ON reviews(card_id, reviewed_at);
CREATE INDEX reviews_by_story ON reviews(story_id);
CREATE INDEX reviews_by_attempt ON reviews(attempt_id);
CREATE INDEX reviews_by_time ON reviews(reviewed_at);

-- plan lists the prompts that are known at the start; null where they are chosen one by one.
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  setup TEXT NOT NULL CHECK (json_valid(setup)),
  plan TEXT CHECK (plan IS NULL OR json_valid(plan)),
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX sessions_by_start ON sessions(started_at);

-- prompt is what was asked, as it stood then; follow_up marks a question that follows the answer before it.
CREATE TABLE session_items (
  session_id TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  prompt TEXT NOT NULL,
  story_id TEXT REFERENCES stories(id) ON DELETE SET NULL,
  question_id TEXT REFERENCES questions(id) ON DELETE SET NULL,
  focus TEXT CHECK (focus IS NULL OR json_valid(focus)),
  follow_up INTEGER NOT NULL DEFAULT 0 CHECK (follow_up IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'skipped')),
  story_by TEXT NOT NULL CHECK (story_by IN ('plan', 'app', 'user')),
  attempt_id TEXT REFERENCES attempts(id) ON DELETE SET NULL,
  opened_at INTEGER NOT NULL,
  PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_items_by_attempt ON session_items(attempt_id);
CREATE INDEX session_items_by_story ON session_items(story_id);
CREATE INDEX session_items_by_question ON session_items(question_id);
`
