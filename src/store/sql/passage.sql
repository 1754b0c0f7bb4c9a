-- Exact words in one document: quote, context and position.
CREATE TABLE passage (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  document_id INTEGER NOT NULL REFERENCES document (id),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start_cp INTEGER NOT NULL CHECK (start_cp >= 0),
  end_cp INTEGER NOT NULL CHECK (end_cp >= start_cp)
) STRICT;

CREATE INDEX passage_by_document ON passage (document_id, start_cp, end_cp);

CREATE TRIGGER passage_never_changes BEFORE UPDATE ON passage
BEGIN SELECT RAISE (ABORT, 'passage is append-only'); END;

CREATE TRIGGER passage_never_goes BEFORE DELETE ON passage
BEGIN SELECT RAISE (ABORT, 'passage is append-only'); END;

-- Without this, INSERT OR REPLACE would get round the two others.
CREATE TRIGGER passage_never_replaced BEFORE INSERT ON passage
WHEN EXISTS (SELECT 1 FROM passage WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'passage is append-only'); END;
