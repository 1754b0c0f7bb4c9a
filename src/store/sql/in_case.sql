-- Which captures, documents and passages count at present: undo takes them out of here.
CREATE TABLE in_case (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0)
) STRICT;
