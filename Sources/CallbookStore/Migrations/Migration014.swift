/// What came of looking after a switched-off booking, and what was moved by one request.
///
/// Never edited once released; a later change is a migration of its own.
enum Migration014 {
  static let script = """
    -- Since when the follow-up waits to be answered.
    ALTER TABLE booking_off ADD COLUMN follow_up_due INTEGER;
    ALTER TABLE booking_off ADD COLUMN followed_up_at INTEGER;
    ALTER TABLE booking_off ADD COLUMN followed_up_by INTEGER REFERENCES staff (id);
    ALTER TABLE booking_off ADD COLUMN follow_up_note TEXT
      CHECK (length(follow_up_note) BETWEEN 1 AND 1000);
    CREATE INDEX booking_off_follow_up ON booking_off (follow_up_due)
      WHERE follow_up_due IS NOT NULL;

    -- Many that were moved by one request. No number is one of cancel_bulk, too.
    CREATE TABLE move_bulk (
      id INTEGER PRIMARY KEY,
      created_at INTEGER NOT NULL,
      created_by INTEGER REFERENCES staff (id)
    ) STRICT;

    -- Where they were before, so that they are moved back by one: in the order in which they were moved.
    CREATE TABLE bulk_move (
      bulk INTEGER NOT NULL REFERENCES move_bulk (id),
      number INTEGER NOT NULL CHECK (number >= 1),
      appointment INTEGER NOT NULL REFERENCES appointment (id),
      state TEXT NOT NULL CHECK (state IN ('booked', 'confirmed')),
      start_at INTEGER NOT NULL,
      end_at INTEGER NOT NULL CHECK (end_at > start_at),
      tell_at INTEGER,
      told_at INTEGER,
      -- Of the appointment as it was moved: it grows with whatever happens to its time later.
      sequence INTEGER NOT NULL,
      PRIMARY KEY (bulk, number)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX bulk_move_appointment ON bulk_move (bulk, appointment);

    """
}
