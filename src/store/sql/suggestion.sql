-- What the extractor proposes. modality: SlModality, state: SlSuggestionState, chain: as in pin,
-- edtf to reason: as in event.
CREATE TABLE suggestion (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  document_id INTEGER NOT NULL REFERENCES document (id),
  source_id INTEGER NOT NULL REFERENCES source (id),
  text TEXT NOT NULL,
  passage_id INTEGER REFERENCES passage (id),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start_cp INTEGER NOT NULL CHECK (start_cp >= 0),
  end_cp INTEGER NOT NULL CHECK (end_cp >= start_cp),
  edtf TEXT,
  earliest INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  reason TEXT,
  when_start_cp INTEGER NOT NULL CHECK (when_start_cp >= 0),
  when_end_cp INTEGER NOT NULL CHECK (when_end_cp >= when_start_cp),
  modality INTEGER NOT NULL CHECK (modality >= 0),
  chain TEXT NOT NULL,
  state INTEGER NOT NULL CHECK (state >= 0),
  claim_id INTEGER REFERENCES claim (id)
) STRICT;

CREATE INDEX suggestion_by_document ON suggestion (document_id, start_cp);
CREATE INDEX suggestion_by_source ON suggestion (source_id, document_id, start_cp);
CREATE INDEX suggestion_by_state ON suggestion (state);
CREATE INDEX suggestion_by_claim ON suggestion (claim_id);
