-- Contents under their SHA-256 (64 lower-case hexadecimal digits): gzip members of captures, texts
-- and text maps of documents. Not in the changesets: there the digests stand for them.
CREATE TABLE blob (
  digest TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER blob_never_changes BEFORE UPDATE ON blob
BEGIN SELECT RAISE (ABORT, 'blob is append-only'); END;

CREATE TRIGGER blob_never_goes BEFORE DELETE ON blob
BEGIN SELECT RAISE (ABORT, 'blob is append-only'); END;

-- Without this, INSERT OR REPLACE would get round the two others.
CREATE TRIGGER blob_never_replaced BEFORE INSERT ON blob
WHEN EXISTS (SELECT 1 FROM blob WHERE digest = NEW.digest)
BEGIN SELECT RAISE (ABORT, 'blob is append-only'); END;
