-- Who publishes. folded: the name as origins are compared (sl_attribution_chain_origin_key).
CREATE TABLE outlet (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  name TEXT NOT NULL,
  domain TEXT,
  folded TEXT NOT NULL
) STRICT;

CREATE INDEX outlet_by_name ON outlet (folded);
CREATE INDEX outlet_by_domain ON outlet (domain);
