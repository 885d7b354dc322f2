/// What somebody changed of a series, what ending one undid, and which one stands still.
///
/// Never edited once released; a later change is a migration of its own.
enum Migration013 {
  static let script = """
    -- Somebody moved it or gave it to somebody else since its series made it.
    ALTER TABLE appointment ADD COLUMN exception INTEGER NOT NULL DEFAULT 0
      CHECK (exception IN (0, 1));
    UPDATE appointment SET exception = 1 WHERE series IS NOT NULL AND sequence > 0;

    -- What bringing back all that ending a series cancelled restores.
    CREATE TABLE series_end (
      bulk INTEGER PRIMARY KEY REFERENCES cancel_bulk (id),
      series INTEGER NOT NULL REFERENCES series (id),
      -- The last day that the series had, and the one that it was given.
      before TEXT CHECK (length(before) = 10),
      until TEXT CHECK (length(until) = 10)
    ) STRICT;

    -- When it is tried again to book more of it, after that was given up for a fault.
    ALTER TABLE series ADD COLUMN retry_at INTEGER;
    CREATE INDEX series_retry ON series (id) WHERE retry_at IS NOT NULL;

    -- The number of its first own occurrence: those before it are of the series that it goes on with.
    ALTER TABLE series ADD COLUMN first INTEGER NOT NULL DEFAULT 0 CHECK (first >= 0);

    """
}
