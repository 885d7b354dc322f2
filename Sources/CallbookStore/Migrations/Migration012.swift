/// Visits that come round.
///
/// Never edited once released; a later change is a migration of its own.
enum Migration012 {
  static let script = """
    CREATE TABLE series (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
      contact INTEGER NOT NULL REFERENCES contact (id),
      kind TEXT NOT NULL CHECK (kind IN ('application', 'installation') OR
          kind IN ('training', 'maintenance') OR kind = 'visit'),
      state TEXT NOT NULL CHECK (state IN ('active', 'ended')),
      -- By the shop's clocks: an instant would move when these are set.
      first_day TEXT NOT NULL CHECK (length(first_day) = 10),
      minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
      cycle TEXT NOT NULL CHECK (length(cycle) BETWEEN 3 AND 6),
      minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
      place INTEGER REFERENCES place (id),
      assignee INTEGER REFERENCES staff (id),
      terminal TEXT CHECK (length(terminal) BETWEEN 1 AND 100),
      note TEXT CHECK (length(note) BETWEEN 1 AND 1000),
      until TEXT CHECK (length(until) = 10),
      count INTEGER CHECK (count BETWEEN 1 AND 9999),
      -- How many of its occurrences were booked or left out.
      reached INTEGER NOT NULL CHECK (reached >= 0),
      continues INTEGER REFERENCES series (id),
      added_by INTEGER REFERENCES staff (id),
      rev INTEGER NOT NULL CHECK (rev >= 1),
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX series_contact ON series (contact, id);
    CREATE INDEX series_active ON series (id) WHERE state = 'active';
    CREATE INDEX series_assignee ON series (assignee) WHERE state = 'active';

    -- Occurrences that could not be booked, and what was in the way.
    CREATE TABLE series_skip (
      series INTEGER NOT NULL REFERENCES series (id),
      occurrence INTEGER NOT NULL,
      checks TEXT NOT NULL CHECK (length(checks) BETWEEN 1 AND 200),
      at INTEGER NOT NULL,
      PRIMARY KEY (series, occurrence)
    ) STRICT, WITHOUT ROWID;

    -- However often it is tried: an occurrence is booked once.
    DROP INDEX appointment_series;
    CREATE UNIQUE INDEX appointment_series ON appointment (series, occurrence)
      WHERE series IS NOT NULL;

    """
}
