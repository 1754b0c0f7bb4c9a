-- A grade given by somebody at a time for a reason. reliability: SlReliability, credibility:
-- SlCredibility, 0 on an axis that was not judged. Targets can be undone, assessments stay.
CREATE TABLE assessment (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  target_id INTEGER NOT NULL,
  reliability INTEGER NOT NULL CHECK (reliability BETWEEN 0 AND 6),
  credibility INTEGER NOT NULL CHECK (credibility BETWEEN 0 AND 6),
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  override INTEGER NOT NULL CHECK (override IN (0, 1))
) STRICT;

CREATE INDEX assessment_by_target ON assessment (target_id, at);

CREATE TRIGGER assessment_never_changes BEFORE UPDATE ON assessment
BEGIN SELECT RAISE (ABORT, 'assessment is append-only'); END;

CREATE TRIGGER assessment_never_goes BEFORE DELETE ON assessment
BEGIN SELECT RAISE (ABORT, 'assessment is append-only'); END;

-- Without this, INSERT OR REPLACE would get round the two others.
CREATE TRIGGER assessment_never_replaced BEFORE INSERT ON assessment
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'assessment is append-only'); END;
