-- What somebody outside said about a capture, or about the history up to an act. kind: SlWitnessKind. outcome:
-- SlWitnessOutcome. authority: the address of who was asked. digest: the answer (a token, a time map, …) in blob.
CREATE TABLE witness (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  capture_id INTEGER REFERENCES capture (id),
  head_sequence INTEGER NOT NULL CHECK (head_sequence >= 0),
  head_hash TEXT,
  kind INTEGER NOT NULL CHECK (kind >= 0),
  authority TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome INTEGER NOT NULL CHECK (outcome >= 0),
  detail TEXT,
  digest TEXT,
  CHECK ((capture_id IS NULL) = (head_hash IS NOT NULL))
) STRICT;

CREATE INDEX witness_by_capture ON witness (capture_id, at);

CREATE TRIGGER witness_never_changes BEFORE UPDATE ON witness
BEGIN SELECT RAISE (ABORT, 'witness is append-only'); END;

CREATE TRIGGER witness_never_goes BEFORE DELETE ON witness
BEGIN SELECT RAISE (ABORT, 'witness is append-only'); END;

-- Without this, INSERT OR REPLACE would get round the two others.
CREATE TRIGGER witness_never_replaced BEFORE INSERT ON witness
WHEN EXISTS (SELECT 1 FROM witness WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'witness is append-only'); END;
