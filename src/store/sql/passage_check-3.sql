-- What the network did and what the text says, apart. fetch_state: SlFetchState, text_state: SlTextState, both 0 in checks
-- of earlier versions. found: the words that stand there now. The digests are those of the two whole texts, which are
-- blobs: the old one that the passage is from, the new one of the document checked_against. place: the order in which
-- the checks of one second came; 0 in those of earlier versions.
ALTER TABLE passage_check ADD COLUMN fetch_state INTEGER NOT NULL DEFAULT 0;
ALTER TABLE passage_check ADD COLUMN text_state INTEGER NOT NULL DEFAULT 0;
ALTER TABLE passage_check ADD COLUMN http_status INTEGER NOT NULL DEFAULT 0;
ALTER TABLE passage_check ADD COLUMN found TEXT;
ALTER TABLE passage_check ADD COLUMN old_text_digest TEXT;
ALTER TABLE passage_check ADD COLUMN new_text_digest TEXT;
ALTER TABLE passage_check ADD COLUMN checked_against INTEGER REFERENCES document (id);
ALTER TABLE passage_check ADD COLUMN place INTEGER NOT NULL DEFAULT 0;

CREATE INDEX passage_check_by_place ON passage_check (at, place);
