/// What waits for a second person's decision, and when booking is switched off.
///
/// Never edited once released; a later change is a migration of its own.
enum Migration011 {
  static let script = """
    -- By the kind and number of what is asked for.
    CREATE TABLE approval (
      kind TEXT NOT NULL,
      subject INTEGER NOT NULL,
      requested_by INTEGER REFERENCES staff (id),
      requested_at INTEGER NOT NULL,
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      state TEXT NOT NULL CHECK (state IN ('pending', 'approved') OR
          state IN ('rejected', 'withdrawn') OR state = 'expired'),
      decided_by INTEGER REFERENCES staff (id),
      decided_at INTEGER,
      opinion TEXT CHECK (length(opinion) BETWEEN 1 AND 1000),
      -- Decided by whoever asked, as policy lets a shop of one person do.
      alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
      PRIMARY KEY (kind, subject),
      CHECK ((state IN ('pending', 'expired')) = (decided_at IS NULL)),
      CHECK (decided_at IS NOT NULL OR decided_by IS NULL),
      CHECK (state <> 'rejected' OR opinion IS NOT NULL),
      CHECK (alone = 1 OR state NOT IN ('approved', 'rejected') OR
          decided_by IS NOT requested_by)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX approval_pending ON approval (kind, requested_at) WHERE state = 'pending';
    CREATE INDEX approval_reviewer ON approval (decided_by) WHERE state = 'approved';

    CREATE TABLE booking_off (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
      -- Neither: the whole shop.
      place INTEGER REFERENCES place (id),
      kind TEXT,
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
      starts_at INTEGER NOT NULL,
      ends_at INTEGER,
      follow_up TEXT NOT NULL CHECK (length(follow_up) BETWEEN 1 AND 1000),
      follow_up_on TEXT NOT NULL CHECK (length(follow_up_on) = 10),
      alternative TEXT CHECK (length(alternative) BETWEEN 1 AND 500),
      rev INTEGER NOT NULL CHECK (rev >= 1),
      created_at INTEGER NOT NULL,
      -- Switched on again by hand.
      on_at INTEGER,
      on_by INTEGER REFERENCES staff (id),
      CHECK (place IS NULL OR kind IS NULL),
      CHECK (ends_at > starts_at),
      CHECK (on_at IS NOT NULL OR on_by IS NULL)
    ) STRICT;
    CREATE INDEX booking_off_starts ON booking_off (starts_at);

    -- Many that were cancelled by one request, so that they are brought back by one.
    CREATE TABLE cancel_bulk (
      id INTEGER PRIMARY KEY,
      created_at INTEGER NOT NULL,
      created_by INTEGER REFERENCES staff (id)
    ) STRICT;
    ALTER TABLE appointment ADD COLUMN cancel_bulk INTEGER REFERENCES cancel_bulk (id);
    CREATE INDEX appointment_cancel_bulk ON appointment (cancel_bulk, id)
      WHERE cancel_bulk IS NOT NULL;

    -- Asked for too late to be done without a manager.
    CREATE TABLE cancellation (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
      appointment INTEGER NOT NULL REFERENCES appointment (id),
      start_at INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 40),
      text TEXT CHECK (length(text) BETWEEN 1 AND 1000),
      party TEXT NOT NULL CHECK (party IN ('customer', 'shop')),
      channel TEXT NOT NULL CHECK (channel IN ('online', 'phone') OR channel = 'counter'),
      terms INTEGER NOT NULL CHECK (terms IN (0, 1)),
      bulk INTEGER REFERENCES cancel_bulk (id),
      rev INTEGER NOT NULL CHECK (rev >= 1),
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX cancellation_appointment ON cancellation (appointment);
    CREATE INDEX cancellation_bulk ON cancellation (bulk) WHERE bulk IS NOT NULL;

    """
}
