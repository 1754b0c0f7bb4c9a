-- Switches of this case, by name; one that is not there is as the program has it.
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY CHECK (length (key) BETWEEN 1 AND 100),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
