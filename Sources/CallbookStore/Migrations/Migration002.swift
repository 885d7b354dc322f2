/// Time: the policy, the waiting reminders, and reviews, which are the first that they open.
enum Migration002 {
  static let script = policy + reminder + review

  private static let policy = """
    -- Only what differs from the defaults.
    CREATE TABLE policy (
      key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
      value TEXT NOT NULL CHECK (length(value) <= 2000)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE schedule (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      -- Grows with every change of policy or calendar.
      revision INTEGER NOT NULL CHECK (revision >= 1),
      -- The last instant at which reminders were dealt with.
      watermark INTEGER NOT NULL,
      -- How far planning again has come: this kind behind this number; an unknown kind is before all.
      replan_kind TEXT,
      replan_after INTEGER,
      CHECK ((replan_kind IS NULL) = (replan_after IS NULL))
    ) STRICT;
    -- What is in the store already has no reminders yet.
    INSERT INTO schedule (one, revision, watermark, replan_kind, replan_after)
      SELECT 1, 1, 0, min(''), min(0) FROM contact;

    """

  private static let reminder = """
    CREATE TABLE reminder (
      id INTEGER PRIMARY KEY,
      subject_kind TEXT NOT NULL CHECK (length(subject_kind) BETWEEN 1 AND 30),
      subject INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
      occurrence TEXT NOT NULL CHECK (length(occurrence) <= 60),
      due INTEGER NOT NULL,
      useful_until INTEGER,
      staff INTEGER REFERENCES staff (id),
      role TEXT,
      provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
      rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 100),
      revision INTEGER NOT NULL,
      planned_at INTEGER NOT NULL,
      planned_seq INTEGER NOT NULL,
      retries INTEGER NOT NULL DEFAULT 0 CHECK (retries >= 0),
      retry_at INTEGER,
      state TEXT NOT NULL CHECK (state IN ('pending', 'fired') OR state IN ('merged', 'withdrawn')
        OR state IN ('expired', 'failed')),
      ended_at INTEGER,
      ended_seq INTEGER,
      late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)),
      merged_into INTEGER REFERENCES reminder (id),
      reason TEXT CHECK (length(reason) BETWEEN 1 AND 60),
      CHECK ((staff IS NULL) <> (role IS NULL)),
      CHECK ((state = 'pending') = (ended_at IS NULL)),
      CHECK ((ended_at IS NULL) = (ended_seq IS NULL)),
      CHECK (retry_at IS NULL OR state = 'pending'),
      CHECK (late = 0 OR state = 'fired'),
      CHECK ((merged_into IS NOT NULL) = (state = 'merged')),
      CHECK ((reason IS NOT NULL) = (state IN ('withdrawn', 'expired') OR state = 'failed'))
    ) STRICT;
    CREATE INDEX reminder_wake ON reminder (coalesce(retry_at, due)) WHERE state = 'pending';
    -- What was withdrawn may come back; anything else happens once.
    CREATE UNIQUE INDEX reminder_once ON reminder (subject_kind, subject, kind, occurrence, due)
      WHERE state <> 'withdrawn';
    CREATE INDEX reminder_withdrawn ON reminder (subject_kind, subject) WHERE state = 'withdrawn';
    -- Whose reminders are whose: a member of staff is a number here and a role a word, so that one
    -- index serves both.
    CREATE INDEX reminder_audience ON reminder (coalesce(staff, role), coalesce(retry_at, due))
      WHERE state = 'pending';
    CREATE INDEX reminder_ended ON reminder (coalesce(staff, role)) WHERE state <> 'pending';

    """

  private static let review = """
    CREATE TABLE review (
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL CHECK (rev >= 1),
      contact INTEGER NOT NULL REFERENCES contact (id),
      cause TEXT NOT NULL CHECK (cause IN ('cycle', 'hand') OR cause = 'wrong_number'),
      reminder INTEGER REFERENCES reminder (id),
      due INTEGER NOT NULL,
      opened_at INTEGER NOT NULL,
      opened_by INTEGER REFERENCES staff (id),
      escalated_at INTEGER,
      state TEXT NOT NULL
        CHECK (state IN ('open', 'answered') OR state IN ('satisfied', 'withdrawn')
          OR state = 'merged'),
      ended_at INTEGER,
      ended_by INTEGER REFERENCES staff (id),
      outcome TEXT CHECK (outcome IN ('confirmed', 'corrected')
        OR outcome IN ('unreachable', 'waived') OR outcome IN ('deletion_proposed', 'contact_added')),
      reason TEXT CHECK (length(reason) BETWEEN 1 AND 500),
      how TEXT CHECK (how IN ('phone', 'visit') OR how IN ('message', 'document')),
      merged_into INTEGER REFERENCES review (id),
      CHECK ((state = 'open') = (ended_at IS NULL)),
      CHECK ((state = 'answered') = (outcome IS NOT NULL)),
      CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
      CHECK (state <> 'open' OR coalesce(ended_by, outcome, reason, how) IS NULL)
    ) STRICT;
    CREATE INDEX review_due ON review (due) WHERE state = 'open';
    CREATE INDEX review_proposal ON review (due) WHERE outcome = 'deletion_proposed';
    CREATE INDEX review_contact ON review (contact);
    CREATE UNIQUE INDEX review_open ON review (contact) WHERE state = 'open';

    """
}
