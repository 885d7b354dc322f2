/// Callbacks with what was tried, what planned them, and the forms that came of them.
enum Migration006 {
  static let script = callback + event + form

  private static let callback = """
    CREATE TABLE callback (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
      contact INTEGER NOT NULL REFERENCES contact (id),
      terminal TEXT CHECK (length(terminal) BETWEEN 1 AND 100),
      occasion TEXT NOT NULL CHECK (occasion IN ('manual', 'first_settlement') OR
          occasion IN ('appointment_completed', 'complaint_resolved') OR
          occasion IN ('number_changed', 'low_satisfaction') OR
          occasion IN ('follow_up', 'care')),
      reason TEXT CHECK (length(reason) BETWEEN 1 AND 1000),
      assignee INTEGER REFERENCES staff (id),
      state TEXT NOT NULL CHECK (state IN ('planned', 'trying') OR state IN ('done', 'satisfied') OR
          state IN ('exhausted', 'refused') OR state = 'withdrawn'),
      due INTEGER NOT NULL,
      next INTEGER,
      -- The number that the time was chosen for.
      next_point INTEGER REFERENCES point (id),
      late INTEGER NOT NULL CHECK (late IN (0, 1)),
      rev INTEGER NOT NULL CHECK (rev >= 1),
      created_at INTEGER NOT NULL,
      ended_at INTEGER,
      ended_by INTEGER REFERENCES staff (id),
      end_cause TEXT CHECK (end_cause IN ('reversed', 'merged')),
      end_note TEXT CHECK (length(end_note) BETWEEN 1 AND 1000),
      CHECK ((state IN ('planned', 'trying')) = (next IS NOT NULL)),
      CHECK ((state IN ('planned', 'trying')) = (ended_at IS NULL)),
      CHECK (end_cause IS NULL OR state = 'withdrawn')
    ) STRICT;
    CREATE INDEX callback_contact ON callback (contact);
    CREATE INDEX callback_assignee ON callback (assignee) WHERE assignee IS NOT NULL;
    CREATE INDEX callback_next ON callback (next) WHERE next IS NOT NULL;
    -- A customer is called once about one terminal, and once about each thing that has none.
    CREATE UNIQUE INDEX callback_matter ON callback (contact, coalesce('#' || terminal, occasion))
      WHERE state IN ('planned', 'trying');

    CREATE TABLE callback_attempt (
      callback INTEGER NOT NULL REFERENCES callback (id),
      number INTEGER NOT NULL CHECK (number >= 1),
      at INTEGER NOT NULL,
      by INTEGER REFERENCES staff (id),
      point INTEGER REFERENCES point (id),
      outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'no_answer') OR outcome IN ('busy', 'wrong_number') OR
          outcome IN ('refused', 'call_later')),
      until INTEGER,
      note TEXT CHECK (length(note) BETWEEN 1 AND 1000),
      -- Whether the number, which was wrong then, was changed since.
      corrected INTEGER NOT NULL CHECK (corrected IN (0, 1)),
      PRIMARY KEY (callback, number),
      CHECK ((outcome = 'call_later') = (until IS NOT NULL)),
      CHECK (corrected = 0 OR outcome = 'wrong_number')
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX callback_attempt_wrong ON callback_attempt (point)
      WHERE outcome = 'wrong_number';

    """

  private static let event = """
    -- What was reported and planned a callback: the same again plans none.
    CREATE TABLE callback_event (
      occasion TEXT NOT NULL,
      kind TEXT NOT NULL,
      subject INTEGER NOT NULL,
      occurrence TEXT NOT NULL CHECK (length(occurrence) <= 60),
      callback INTEGER NOT NULL REFERENCES callback (id),
      happened_at INTEGER NOT NULL,
      reported_at INTEGER NOT NULL,
      reversed_at INTEGER,
      PRIMARY KEY (occasion, kind, subject, occurrence)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX callback_event_callback ON callback_event (callback);

    """

  private static let form = """
    CREATE TABLE form (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
      callback INTEGER NOT NULL UNIQUE REFERENCES callback (id),
      -- That of the newest version, so that a number is on one form only.
      version INTEGER NOT NULL CHECK (version >= 1),
      transaction_key TEXT NOT NULL UNIQUE CHECK (length(transaction_key) BETWEEN 1 AND 100),
      operator INTEGER REFERENCES staff (id),
      called_at INTEGER NOT NULL,
      month TEXT NOT NULL CHECK (length(month) = 7),
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX form_month ON form (month, operator);

    CREATE TABLE form_version (
      form INTEGER NOT NULL REFERENCES form (id),
      version INTEGER NOT NULL CHECK (version >= 1),
      written_at INTEGER NOT NULL,
      author INTEGER REFERENCES staff (id),
      point INTEGER NOT NULL REFERENCES point (id),
      transaction_number TEXT NOT NULL CHECK (length(transaction_number) BETWEEN 1 AND 64),
      terminal TEXT CHECK (length(terminal) BETWEEN 1 AND 100),
      problem TEXT NOT NULL CHECK (length(problem) BETWEEN 1 AND 2000),
      solution TEXT NOT NULL CHECK (length(solution) BETWEEN 1 AND 2000),
      running_state TEXT NOT NULL
        CHECK (running_state IN ('normal', 'intermittent') OR
          running_state IN ('down', 'unused')),
      satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
      comment TEXT CHECK (length(comment) BETWEEN 1 AND 2000),
      why TEXT CHECK (length(why) BETWEEN 1 AND 1000),
      PRIMARY KEY (form, version)
    ) STRICT, WITHOUT ROWID;

    -- Forms that were refused because their transaction number is on another one.
    CREATE TABLE form_refusal (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      month TEXT NOT NULL CHECK (length(month) = 7),
      operator INTEGER REFERENCES staff (id),
      callback INTEGER NOT NULL REFERENCES callback (id),
      form INTEGER NOT NULL REFERENCES form (id)
    ) STRICT;

    """
}
