-- The capture queue: one address that is to be fetched. This is work, not evidence: rows are in no
-- changeset, and what comes of a task is. state: SlTaskState, origin: SlTaskOrigin, failure: SlFailure.
--
-- url: as it was given. url_key: what equal addresses have in common. host: whom politeness is owed.
-- place: the order in which tasks came. batch: a key that those added together share. not_before_usec:
-- when it may be tried (again). attempts: how often it was. found_in: the document whose link it was.
-- source_id and capture_id: what came of it, also of a failure that had a response.
CREATE TABLE task (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  url TEXT NOT NULL,
  url_key TEXT NOT NULL,
  host TEXT NOT NULL,
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
  place INTEGER NOT NULL,
  batch INTEGER NOT NULL CHECK (batch > 0),
  origin INTEGER NOT NULL CHECK (origin >= 0),
  found_in INTEGER,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  not_before_usec INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  source_id INTEGER,
  capture_id INTEGER,
  failure INTEGER NOT NULL CHECK (failure >= 0),
  status INTEGER NOT NULL,
  reason TEXT
) STRICT;

CREATE INDEX task_in_order ON task (place, id);
CREATE INDEX task_by_state ON task (state, place);
CREATE INDEX task_by_url ON task (url_key, place);
CREATE INDEX task_by_batch ON task (batch);
CREATE INDEX task_by_source ON task (source_id);
