-- Rows of version 1 end before the columns that version 2 added, for which SQLite's session extension (as of
-- 3.46) then records NULL instead of their defaults, so that later changesets would not fit. Writing the rows once
-- gives them all their columns. Tables of evidence need none of this: their rows never change.
UPDATE suggestion SET title = title;
