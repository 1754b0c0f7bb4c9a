-- The assessment that counts for each target at present.
CREATE TABLE grade_in_force (
  target_id INTEGER NOT NULL PRIMARY KEY CHECK (target_id > 0),
  assessment_id INTEGER NOT NULL REFERENCES assessment (id)
) STRICT;
