-- How an import came in: a word for the format and the name of the file; NULL for what we fetched or were given as it is.
ALTER TABLE capture ADD COLUMN came_as TEXT;
