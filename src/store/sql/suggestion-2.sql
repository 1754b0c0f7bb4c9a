-- What is said more than once waits as one: same_as is the suggestion that stands for the others, their state is 3.
-- usefulness: the higher the sooner it is shown.
ALTER TABLE suggestion ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE suggestion ADD COLUMN usefulness INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suggestion ADD COLUMN same_as INTEGER REFERENCES suggestion (id);

DROP INDEX suggestion_by_source;
CREATE INDEX suggestion_by_source ON suggestion (source_id, usefulness DESC, start_cp, id);
CREATE INDEX suggestion_by_same ON suggestion (same_as);
CREATE INDEX suggestion_by_time ON suggestion (earliest, latest);
