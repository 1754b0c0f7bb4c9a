-- facts_digest: a blob of JSON with what the reader saw beside the text (links, notes, canonical address, why it is no
-- article, how it was read); NULL in documents of earlier versions.
ALTER TABLE document ADD COLUMN facts_digest TEXT;
