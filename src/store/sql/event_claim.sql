-- The claims that an event rests on.
CREATE TABLE event_claim (
  event_id INTEGER NOT NULL REFERENCES event (id),
  claim_id INTEGER NOT NULL REFERENCES claim (id),
  PRIMARY KEY (event_id, claim_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_claim_by_claim ON event_claim (claim_id, event_id);
