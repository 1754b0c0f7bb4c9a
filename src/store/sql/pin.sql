-- A claim pinned to one passage. stance: SlStance. chain: who says so, origin first, as the text of a
-- GVariant of type a(ssstt): speaker, kind (a word), words, their start and end. origin: derived from
-- it, the key under which origins are counted; NULL when the publisher is the origin, and
-- 'unnamed' with a line feed when it is unnamed people that only the publisher vouches for.
CREATE TABLE pin (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  claim_id INTEGER NOT NULL REFERENCES claim (id),
  passage_id INTEGER NOT NULL REFERENCES passage (id),
  stance INTEGER NOT NULL CHECK (stance >= 0),
  chain TEXT NOT NULL,
  origin TEXT
) STRICT;

CREATE INDEX pin_by_claim ON pin (claim_id, stance, passage_id);
CREATE INDEX pin_by_passage ON pin (passage_id);
