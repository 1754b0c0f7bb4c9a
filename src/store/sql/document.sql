-- The readable text taken from a capture. Text and map are blobs.
CREATE TABLE document (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  capture_id INTEGER NOT NULL REFERENCES capture (id),
  source_id INTEGER NOT NULL,
  extractor TEXT NOT NULL,
  text_digest TEXT NOT NULL,
  map_digest TEXT,
  length_cp INTEGER NOT NULL CHECK (length_cp >= 0),
  quality TEXT NOT NULL
) STRICT;

CREATE INDEX document_by_source ON document (source_id);
CREATE INDEX document_by_capture ON document (capture_id);

CREATE TRIGGER document_never_changes BEFORE UPDATE ON document
BEGIN SELECT RAISE (ABORT, 'document is append-only'); END;

CREATE TRIGGER document_never_goes BEFORE DELETE ON document
BEGIN SELECT RAISE (ABORT, 'document is append-only'); END;

-- Without this, INSERT OR REPLACE would get round the two others.
CREATE TRIGGER document_never_replaced BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'document is append-only'); END;
