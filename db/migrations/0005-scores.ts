/**
 * Scores of attempts, kept because lists show thousands of them. `matcher` names the matcher that gave one; whatever a
 * score rests on takes that name away when it changes, and the score is given anew. Points are never deleted without
 * their attempts. `score` is the JSON null where there was nothing to judge.
 */
export const sql = `
CREATE TABLE scores (
  attempt_id TEXT PRIMARY KEY REFERENCES attempts(id) ON DELETE CASCADE,
  matcher TEXT NOT NULL,
  score TEXT NOT NULL CHECK (json_valid(score))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER points_added_outdate_scores AFTER INSERT ON points BEGIN ${outdateStory('NEW.story_id')}; END;
CREATE TRIGGER points_changed_outdate_scores AFTER UPDATE OF position, part, text, weight, removed_at ON points
  WHEN (OLD.position, OLD.part, OLD.text, OLD.weight, OLD.removed_at)
    IS NOT (NEW.position, NEW.part, NEW.text, NEW.weight, NEW.removed_at)
  BEGIN ${outdateStory('NEW.story_id')}; END;

CREATE TRIGGER facts_added_outdate_scores AFTER INSERT ON facts BEGIN ${outdatePoint('NEW.point_id')}; END;
CREATE TRIGGER facts_changed_outdate_scores AFTER UPDATE ON facts BEGIN ${outdatePoint('NEW.point_id')}; END;
CREATE TRIGGER facts_deleted_outdate_scores AFTER DELETE ON facts BEGIN ${outdatePoint('OLD.point_id')}; END;

CREATE TRIGGER wordings_added_outdate_scores AFTER INSERT ON wordings BEGIN ${outdatePoint('NEW.point_id')}; END;
CREATE TRIGGER wordings_changed_outdate_scores AFTER UPDATE OF point_id, kind, text, removed_at ON wordings
  BEGIN ${outdatePoint('NEW.point_id')}; END;
CREATE TRIGGER wordings_deleted_outdate_scores AFTER DELETE ON wordings WHEN OLD.removed_at IS NULL
  BEGIN ${outdatePoint('OLD.point_id')}; END;

CREATE TRIGGER transcripts_added_outdate_scores AFTER INSERT ON transcripts BEGIN ${outdate('NEW.attempt_id')}; END;
CREATE TRIGGER transcripts_changed_outdate_scores AFTER UPDATE OF heard, corrected ON transcripts
  BEGIN ${outdate('NEW.attempt_id')}; END;
CREATE TRIGGER transcripts_deleted_outdate_scores AFTER DELETE ON transcripts BEGIN ${outdate('OLD.attempt_id')}; END;

CREATE TRIGGER overrides_added_outdate_scores AFTER INSERT ON overrides BEGIN ${outdate('NEW.attempt_id')}; END;
CREATE TRIGGER overrides_changed_outdate_scores AFTER UPDATE ON overrides BEGIN ${outdate('NEW.attempt_id')}; END;
CREATE TRIGGER overrides_deleted_outdate_scores AFTER DELETE ON overrides BEGIN ${outdate('OLD.attempt_id')}; END;
`

function outdate(attemptId: string): string {
  return `UPDATE scores SET matcher = '' WHERE attempt_id = ${attemptId}`
}

function outdateStory(storyId: string): string {
  return `UPDATE scores SET matcher = '' WHERE attempt_id IN (SELECT id FROM attempts WHERE story_id = ${storyId})`
}

function outdatePoint(pointId: string): string {
  return outdateStory(`(SELECT story_id FROM points WHERE id = ${pointId})`)
}
