-- One re-verification of a passage. verdict: SlVerdict.
CREATE TABLE passage_check (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  passage_id INTEGER NOT NULL REFERENCES passage (id),
  capture_id INTEGER REFERENCES capture (id),
  verdict INTEGER NOT NULL CHECK (verdict >= 0),
  difference TEXT,
  detail TEXT,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX passage_check_by_passage ON passage_check (passage_id, at);
CREATE INDEX passage_check_by_time ON passage_check (at);

CREATE TRIGGER passage_check_never_changes BEFORE UPDATE ON passage_check
BEGIN SELECT RAISE (ABORT, 'passage_check is append-only'); END;

CREATE TRIGGER passage_check_never_goes BEFORE DELETE ON passage_check
BEGIN SELECT RAISE (ABORT, 'passage_check is append-only'); END;

-- Without this, INSERT OR REPLACE would get round the two others.
CREATE TRIGGER passage_check_never_replaced BEFORE INSERT ON passage_check
WHEN EXISTS (SELECT 1 FROM passage_check WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'passage_check is append-only'); END;
