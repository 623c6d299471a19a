-- Whether somebody was asleep tells whether a cramp counts for the night: a
-- history reads it from the index, too.
DROP INDEX episodes_by_at;
CREATE INDEX episodes_by_at ON episodes (at, id, deleted, zone, length, muscle, side, severity, asleep, relief);
