-- What somebody made of a re-verification. decision: SlDecision. passage_id: the new passage, when the
-- new wording was accepted.
CREATE TABLE check_decision (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  check_id INTEGER NOT NULL UNIQUE REFERENCES passage_check (id),
  decision INTEGER NOT NULL CHECK (decision >= 0),
  passage_id INTEGER REFERENCES passage (id),
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
