-- Moments are nanoseconds since 1970, zones seconds east of Greenwich, lengths
-- nanoseconds. NULL was not told; nor was an empty text or a length of 0.

-- "uncr", by which a backup is known.
PRAGMA application_id = 0x756e6372;

CREATE TABLE episodes (
  id          TEXT PRIMARY KEY NOT NULL,
  at          INTEGER NOT NULL,
  zone        INTEGER NOT NULL,
  edited      INTEGER NOT NULL,
  deleted     INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  length      INTEGER NOT NULL CHECK (length >= 0),
  muscle      TEXT NOT NULL,
  side        TEXT NOT NULL,
  severity    INTEGER CHECK (severity BETWEEN 0 AND 10),
  disturbance INTEGER CHECK (disturbance BETWEEN 0 AND 10),
  asleep      TEXT NOT NULL,
  woke        TEXT NOT NULL,
  doing       TEXT NOT NULL,
  tried       TEXT NOT NULL,
  relief      INTEGER NOT NULL CHECK (relief >= 0),
  soreness    INTEGER CHECK (soreness BETWEEN 0 AND 10),
  helped      TEXT NOT NULL,
  fluids      TEXT NOT NULL,
  medicine    TEXT NOT NULL,
  note        TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
  id       TEXT PRIMARY KEY NOT NULL,
  at       INTEGER NOT NULL,
  zone     INTEGER NOT NULL,
  edited   INTEGER NOT NULL,
  deleted  INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  routine  TEXT NOT NULL,
  ending   TEXT NOT NULL,
  planned  INTEGER NOT NULL CHECK (planned >= 0),
  worked   INTEGER NOT NULL CHECK (worked >= 0),
  muscle   TEXT NOT NULL,
  side     TEXT NOT NULL,
  position TEXT NOT NULL,
  prepare  INTEGER NOT NULL,
  done     TEXT NOT NULL,
  episode  TEXT NOT NULL,
  night    INTEGER NOT NULL AS ((at / 1000000000 + zone - 43200) / 86400) VIRTUAL -- from noon to noon, since 1970
) STRICT;

-- What a history shows first is read from the indexes alone.
CREATE INDEX episodes_by_at ON episodes (at, id, deleted, zone, length, muscle, side, severity, relief);
CREATE INDEX sessions_by_at ON sessions (at, id);
CREATE INDEX sessions_by_night ON sessions (routine, night, at, zone, planned, worked) WHERE deleted = 0;
