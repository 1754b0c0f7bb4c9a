-- One document at an outlet. authors: one a line. published and updated: EDTF.
CREATE TABLE source (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  outlet_id INTEGER REFERENCES outlet (id),
  url TEXT,
  title TEXT NOT NULL,
  byline TEXT,
  authors TEXT,
  published TEXT,
  updated TEXT,
  language TEXT,
  added_at INTEGER NOT NULL
) STRICT;

CREATE INDEX source_by_outlet ON source (outlet_id);
CREATE INDEX source_by_url ON source (url);
CREATE INDEX source_by_time ON source (added_at, id);
