-- Marks: what is ticked or counted by hand. A day is a date such as 2026-11-21,
-- or empty; an n of 0 was taken away.
CREATE TABLE marks (
  kind   TEXT NOT NULL,
  day    TEXT NOT NULL,
  name   TEXT NOT NULL,
  n      INTEGER NOT NULL CHECK (n BETWEEN 0 AND 99),
  edited INTEGER NOT NULL,
  id     TEXT NOT NULL UNIQUE AS (kind || '/' || day || '/' || name) VIRTUAL
) STRICT;
