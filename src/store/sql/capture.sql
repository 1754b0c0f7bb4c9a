-- The exact bytes of a source at one moment. No foreign key to source, which can be undone while
-- the capture stays. method: SlCaptureMethod. members: digests of gzip members (WARC 1.1 records)
-- in blob, joined by a blank. payload_digest: after removing transfer and content codings.
CREATE TABLE capture (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  source_id INTEGER NOT NULL,
  captured_at_usec INTEGER NOT NULL,
  method INTEGER NOT NULL CHECK (method >= 0),
  url TEXT NOT NULL,
  final_url TEXT,
  status INTEGER NOT NULL,
  content_type TEXT,
  payload_digest TEXT NOT NULL,
  payload_bytes INTEGER NOT NULL CHECK (payload_bytes >= 0),
  members TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE INDEX capture_by_source ON capture (source_id, captured_at_usec);
CREATE INDEX capture_by_payload ON capture (payload_digest);

CREATE TRIGGER capture_never_changes BEFORE UPDATE ON capture
BEGIN SELECT RAISE (ABORT, 'capture is append-only'); END;

CREATE TRIGGER capture_never_goes BEFORE DELETE ON capture
BEGIN SELECT RAISE (ABORT, 'capture is append-only'); END;

-- Without this, INSERT OR REPLACE would get round the two others.
CREATE TRIGGER capture_never_replaced BEFORE INSERT ON capture
WHEN EXISTS (SELECT 1 FROM capture WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'capture is append-only'); END;
