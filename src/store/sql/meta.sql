-- The case file.
--
-- All tables are STRICT. Keys are random integers from 1 to 2^63 - 1, so that cases made apart can
-- be merged. Times are UTC seconds since 1970 (columns in _usec: microseconds), positions are code
-- points, half-open. Enums are stored as numbers: the order of the enum's values in src/core is
-- part of the format, and new values are only ever added at the end.
--
-- There are four kinds of tables:
--
--   the present      meta, outlet, source, in_case, claim, pin, event, event_claim, suggestion,
--                    grade_in_force, check_decision, quality_consent, setting: rows come, change and
--                    go; undo and redo work on these.
--   the evidence     capture, document, passage, assessment, passage_check, witness: append-only, guarded
--                    by triggers. Undo takes a row of evidence out of the case's present (its in_case or
--                    grade_in_force row goes), never out of the file.
--   the ground       act and blob: append-only too. Each act holds the SQLite changeset of all rows
--                    of present and evidence that it touched, chained by SHA-256 (see act.sql). A
--                    blob is named by its SHA-256, which the evidence, and so the chain, refers to.
--   the work         task: what is still to be done. It leaves no trace in the history, may be changed by
--                    anybody, and proves nothing.
--
-- A file NAME-N.sql is what version N changed in the table NAME. Columns are only ever added, at the end
-- and with a default, so that changesets of earlier versions still apply: a column that a changeset does
-- not know has its default.
--
-- Triggers guard the file against mistakes, not against an enemy, who can edit it with any tool:
-- that is what the chain and the digests are for.

-- Facts about the case itself: its id (a UUID), title and scope.
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY CHECK (key IN ('id', 'title', 'scope')),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
