/// Who is away, and who stands in for them (DOMAIN S5).
///
/// Never edited once released; a later change is a migration of its own.
enum Migration005 {
  static let script = """
    -- One for each: what is planned for somebody replaces what was.
    CREATE TABLE absence (
      staff INTEGER PRIMARY KEY REFERENCES staff (id),
      starts_at INTEGER NOT NULL,
      -- The first millisecond of being back; null until they say so.
      ends_at INTEGER CHECK (ends_at > starts_at),
      substitute INTEGER NOT NULL REFERENCES staff (id) CHECK (substitute <> staff),
      reason TEXT CHECK (length(reason) BETWEEN 1 AND 200)
    ) STRICT;
    CREATE INDEX absence_substitute ON absence (substitute);

    """
}
