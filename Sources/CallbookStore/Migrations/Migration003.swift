/// The work calendar: hours of a week, published years, days set by hand.
///
/// Never edited once released; a later change is a migration of its own.
enum Migration003 {
  static let script = """
    CREATE TABLE calendar (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      week TEXT NOT NULL CHECK (length(week) BETWEEN 1 AND 2000),
      -- Names one content of the calendar, also of one that was rolled back: what is kept in memory
      -- is found by it.
      token BLOB NOT NULL CHECK (length(token) = 16),
      rev INTEGER NOT NULL CHECK (rev >= 1),
      -- The years that the program knew when the store was last planned, a line each.
      shipped TEXT NOT NULL DEFAULT ''
    ) STRICT;
    INSERT INTO calendar (one, week, token, rev)
      VALUES (1, 'Mon-Fri 09:00-18:00', zeroblob(16), 1);

    CREATE TABLE calendar_year (
      year INTEGER PRIMARY KEY CHECK (year BETWEEN 1970 AND 9998),
      source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 200)
    ) STRICT;

    -- What was published for a year; a day may lie in the December before it.
    CREATE TABLE calendar_published (
      year INTEGER NOT NULL REFERENCES calendar_year (year),
      day TEXT NOT NULL CHECK (length(day) = 10),
      is_worked INTEGER NOT NULL CHECK (is_worked IN (0, 1)),
      name TEXT CHECK (length(name) BETWEEN 1 AND 50),
      PRIMARY KEY (year, day)
    ) STRICT, WITHOUT ROWID;

    -- What was set by hand for a day, whatever else holds.
    CREATE TABLE calendar_day (
      day TEXT PRIMARY KEY CHECK (length(day) = 10),
      hours TEXT NOT NULL CHECK (length(hours) BETWEEN 1 AND 300)
    ) STRICT, WITHOUT ROWID;
    """
}
