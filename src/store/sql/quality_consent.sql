-- Somebody's word that passages may be pinned to a document which is no article (a consent page, a
-- paywall stub, a page for bots, …), and why.
CREATE TABLE quality_consent (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
