/// When staff have something else to do, by calendars of their own.
///
/// Never edited once released; a later change is a migration of its own.
enum Migration015 {
  static let script = """
    -- Of one person no two overlap or touch: so the next end is that of the next start.
    CREATE TABLE busy_time (
      staff INTEGER NOT NULL REFERENCES staff (id),
      start_at INTEGER NOT NULL,
      end_at INTEGER NOT NULL CHECK (end_at > start_at),
      PRIMARY KEY (staff, start_at)
    ) STRICT, WITHOUT ROWID;

    """
}
