-- One assertion. modality: SlModality.
CREATE TABLE claim (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  text TEXT NOT NULL,
  modality INTEGER NOT NULL CHECK (modality >= 0),
  note TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX claim_by_time ON claim (created_at, id);
