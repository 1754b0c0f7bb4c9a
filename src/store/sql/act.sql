-- What was done, in order. kind: SlActKind. about: the act that an undo or redo is about.
--
-- changeset: what SQLite's session extension recorded (sqlite.org/session/changesetfmt, unpatched
-- format). Applying all of them in the order of sequence to empty tables yields the present and the
-- evidence.
--
-- hash: SHA-256, 64 lower-case hexadecimal digits, over these bytes in this order:
--
--   the hash of the act before, 64 digits (64 times the digit 0 before the first act), line feed
--   "sourceline-act 1", line feed
--   "id " and id as 16 lower-case hexadecimal digits, line feed
--   "sequence " and sequence in decimal, line feed
--   "kind " and one of do, undo, redo, record, line feed
--   "about " and about as 16 lower-case hexadecimal digits (all 0 when NULL), line feed
--   "at " and at in decimal, line feed
--   "by ", the length of by in bytes in decimal, a blank, by, line feed
--   "label ", the length of label in bytes in decimal, a blank, label, line feed
--   "changeset ", the length of changeset in bytes in decimal, line feed
--   changeset
CREATE TABLE act (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  sequence INTEGER NOT NULL UNIQUE CHECK (sequence > 0),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  about INTEGER,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  label TEXT NOT NULL,
  hash TEXT NOT NULL,
  changeset BLOB NOT NULL
) STRICT;

CREATE INDEX act_by_about ON act (about, sequence);
CREATE INDEX act_by_kind ON act (kind, sequence);

CREATE TRIGGER act_never_changes BEFORE UPDATE ON act
BEGIN SELECT RAISE (ABORT, 'act is append-only'); END;

CREATE TRIGGER act_never_goes BEFORE DELETE ON act
BEGIN SELECT RAISE (ABORT, 'act is append-only'); END;

-- Without this, INSERT OR REPLACE would get round the two others.
CREATE TRIGGER act_never_replaced BEFORE INSERT ON act
WHEN EXISTS (SELECT 1 FROM act WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'act is append-only'); END;
