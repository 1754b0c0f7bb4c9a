-- What happened, will happen or is said to. edtf: NULL when undated; earliest and latest: its bounds,
-- the smallest and largest 64-bit integer when open. reason: why a vague time was resolved so.
CREATE TABLE event (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  title TEXT NOT NULL,
  edtf TEXT,
  earliest INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  reason TEXT,
  place TEXT,
  note TEXT
) STRICT;

-- The order of the list; latest is in it so that a stretch of time is found without looking at rows.
CREATE INDEX event_in_order ON event (edtf IS NULL, earliest, title, id, latest);
