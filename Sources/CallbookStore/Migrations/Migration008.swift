/// Places, and appointments with what became of them (DOMAIN A).
///
/// Never edited once released; a later change is a migration of its own.
enum Migration008 {
  static let script = place + appointment + indexes

  private static let place = """
    CREATE TABLE place (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 40),
      title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
      capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 1000),
      state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
      rev INTEGER NOT NULL CHECK (rev >= 1),
      created_at INTEGER NOT NULL
    ) STRICT;

    """

  private static let appointment = """
    CREATE TABLE appointment (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
      contact INTEGER NOT NULL REFERENCES contact (id),
      kind TEXT NOT NULL CHECK (kind IN ('application', 'installation') OR
          kind IN ('training', 'maintenance') OR kind = 'visit'),
      state TEXT NOT NULL CHECK (state IN ('booked', 'confirmed') OR
          state IN ('completed', 'no_show') OR state = 'cancelled'),
      start_at INTEGER NOT NULL,
      end_at INTEGER NOT NULL,
      place INTEGER REFERENCES place (id),
      assignee INTEGER REFERENCES staff (id),
      terminal TEXT CHECK (length(terminal) BETWEEN 1 AND 100),
      channel TEXT NOT NULL CHECK (channel IN ('online', 'phone') OR channel = 'counter'),
      note TEXT CHECK (length(note) BETWEEN 1 AND 1000),
      sequence INTEGER NOT NULL CHECK (sequence >= 0),
      override TEXT CHECK (length(override) BETWEEN 1 AND 1000),
      no_show_by TEXT CHECK (no_show_by IN ('customer', 'staff')),
      -- A word of the list that the policy had then.
      cancel_reason TEXT CHECK (length(cancel_reason) BETWEEN 1 AND 40),
      cancel_text TEXT CHECK (length(cancel_text) BETWEEN 1 AND 1000),
      cancel_party TEXT CHECK (cancel_party IN ('customer', 'shop')),
      cancel_by INTEGER REFERENCES staff (id),
      cancel_channel TEXT
        CHECK (cancel_channel IN ('online', 'phone') OR cancel_channel = 'counter'),
      cancel_at INTEGER,
      cancel_terms INTEGER CHECK (cancel_terms IN (0, 1)),
      series INTEGER,
      -- When the series has it, whatever became of it since.
      occurrence INTEGER,
      booked_by INTEGER REFERENCES staff (id),
      arranged_at INTEGER NOT NULL,
      assigned_at INTEGER NOT NULL,
      -- Since when the customer is to be told, and when that was done last.
      tell_at INTEGER,
      told_at INTEGER,
      rev INTEGER NOT NULL CHECK (rev >= 1),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      -- What overlaps a span starts at most a day before it.
      CHECK (end_at > start_at AND end_at <= start_at + 86400000),
      CHECK ((state = 'no_show') = (no_show_by IS NOT NULL)),
      CHECK ((state = 'cancelled') = (cancel_at IS NOT NULL)),
      CHECK ((cancel_at IS NULL) = (cancel_reason IS NULL)),
      CHECK ((cancel_at IS NULL) = (cancel_party IS NULL)),
      CHECK ((cancel_at IS NULL) = (cancel_channel IS NULL)),
      CHECK ((cancel_at IS NULL) = (cancel_terms IS NULL)),
      -- A customer is also told that it was cancelled.
      CHECK (tell_at IS NULL OR (state <> 'completed' AND state <> 'no_show'))
    ) STRICT;

    """

  /// What holds a slot is looked for by each of those who may have one thing at a time.
  private static let indexes = """
    CREATE INDEX appointment_start ON appointment (start_at, id);
    CREATE INDEX appointment_contact ON appointment (contact, start_at);
    CREATE INDEX appointment_assignee ON appointment (assignee, start_at)
      WHERE assignee IS NOT NULL;
    CREATE INDEX appointment_busy_assignee ON appointment (assignee, start_at)
      WHERE state IN ('booked', 'confirmed') AND assignee IS NOT NULL;
    CREATE INDEX appointment_busy_place ON appointment (place, start_at)
      WHERE state IN ('booked', 'confirmed') AND place IS NOT NULL;
    CREATE INDEX appointment_active ON appointment (start_at, id)
      WHERE state IN ('booked', 'confirmed');
    CREATE INDEX appointment_tell ON appointment (tell_at) WHERE tell_at IS NOT NULL;
    CREATE INDEX appointment_series ON appointment (series, occurrence)
      WHERE series IS NOT NULL;

    """
}
