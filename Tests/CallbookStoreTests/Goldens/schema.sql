CREATE TABLE absence (
  staff INTEGER PRIMARY KEY REFERENCES staff (id),
  starts_at INTEGER NOT NULL,
  -- The first millisecond of being back; null until they say so.
  ends_at INTEGER CHECK (ends_at > starts_at),
  substitute INTEGER NOT NULL REFERENCES staff (id) CHECK (substitute <> staff),
  reason TEXT CHECK (length(reason) BETWEEN 1 AND 200)
) STRICT;

CREATE INDEX absence_substitute ON absence (substitute);

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
  updated_at INTEGER NOT NULL, cancel_bulk INTEGER REFERENCES cancel_bulk (id), exception INTEGER NOT NULL DEFAULT 0
  CHECK (exception IN (0, 1)),
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

CREATE INDEX appointment_active ON appointment (start_at, id)
  WHERE state IN ('booked', 'confirmed');

CREATE INDEX appointment_assignee ON appointment (assignee, start_at)
  WHERE assignee IS NOT NULL;

CREATE INDEX appointment_busy_assignee ON appointment (assignee, start_at)
  WHERE state IN ('booked', 'confirmed') AND assignee IS NOT NULL;

CREATE INDEX appointment_busy_place ON appointment (place, start_at)
  WHERE state IN ('booked', 'confirmed') AND place IS NOT NULL;

CREATE INDEX appointment_cancel_bulk ON appointment (cancel_bulk, id)
  WHERE cancel_bulk IS NOT NULL;

CREATE INDEX appointment_contact ON appointment (contact, start_at);

CREATE UNIQUE INDEX appointment_series ON appointment (series, occurrence)
  WHERE series IS NOT NULL;

CREATE INDEX appointment_start ON appointment (start_at, id);

CREATE INDEX appointment_tell ON appointment (tell_at) WHERE tell_at IS NOT NULL;

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

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  state TEXT NOT NULL CHECK (state IN ('created', 'acknowledged') OR state = 'concluded'),
  month TEXT CHECK (length(month) = 7),
  due INTEGER,
  created_at INTEGER NOT NULL,
  created_by INTEGER REFERENCES staff (id),
  acknowledged_at INTEGER,
  acknowledged_by INTEGER REFERENCES staff (id),
  concluded_at INTEGER,
  CHECK ((state = 'concluded') = (due IS NULL)),
  CHECK ((state = 'created') = (acknowledged_at IS NULL)),
  CHECK (acknowledged_by IS NULL OR acknowledged_at IS NOT NULL),
  CHECK ((state = 'concluded') = (concluded_at IS NOT NULL))
) STRICT;

CREATE INDEX batch_due ON batch (due) WHERE due IS NOT NULL;

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
  on_by INTEGER REFERENCES staff (id), follow_up_due INTEGER, followed_up_at INTEGER, followed_up_by INTEGER REFERENCES staff (id), follow_up_note TEXT
  CHECK (length(follow_up_note) BETWEEN 1 AND 1000),
  CHECK (place IS NULL OR kind IS NULL),
  CHECK (ends_at > starts_at),
  CHECK (on_at IS NOT NULL OR on_by IS NULL)
) STRICT;

CREATE INDEX booking_off_follow_up ON booking_off (follow_up_due)
  WHERE follow_up_due IS NOT NULL;

CREATE INDEX booking_off_starts ON booking_off (starts_at);

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

CREATE TABLE busy_time (
  staff INTEGER NOT NULL REFERENCES staff (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL CHECK (end_at > start_at),
  PRIMARY KEY (staff, start_at)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE calendar_day (
  day TEXT PRIMARY KEY CHECK (length(day) = 10),
  hours TEXT NOT NULL CHECK (length(hours) BETWEEN 1 AND 300)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_published (
  year INTEGER NOT NULL REFERENCES calendar_year (year),
  day TEXT NOT NULL CHECK (length(day) = 10),
  is_worked INTEGER NOT NULL CHECK (is_worked IN (0, 1)),
  name TEXT CHECK (length(name) BETWEEN 1 AND 50),
  PRIMARY KEY (year, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_year (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 1970 AND 9998),
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 200)
) STRICT;

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

CREATE INDEX callback_assignee ON callback (assignee) WHERE assignee IS NOT NULL;

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

CREATE INDEX callback_contact ON callback (contact);

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

CREATE UNIQUE INDEX callback_matter ON callback (contact, coalesce('#' || terminal, occasion))
  WHERE state IN ('planned', 'trying');

CREATE INDEX callback_next ON callback (next) WHERE next IS NOT NULL;

CREATE TABLE cancel_bulk (
  id INTEGER PRIMARY KEY,
  created_at INTEGER NOT NULL,
  created_by INTEGER REFERENCES staff (id)
) STRICT;

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

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  imported_uid TEXT CHECK (length(imported_uid) BETWEEN 1 AND 500),
  state TEXT NOT NULL
    CHECK (state IN ('live', 'hidden') OR state IN ('merged', 'erased')),
  merged_into INTEGER REFERENCES contact (id),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
  name TEXT NOT NULL CHECK (length(name) <= 200 AND (length(name) > 0 OR state = 'erased')),
  title TEXT CHECK (length(title) BETWEEN 1 AND 100),
  organisation TEXT CHECK (length(organisation) BETWEEN 1 AND 200),
  organisation_id INTEGER REFERENCES contact (id) CHECK (organisation_id <> id),
  category TEXT NOT NULL
    CHECK (category IN ('merchant', 'installer') OR category IN ('support', 'provider')
      OR category IN ('staff', 'other')),
  status TEXT NOT NULL
    CHECK (status IN ('active', 'dormant') OR status = 'blocked'),
  source TEXT CHECK (length(source) BETWEEN 1 AND 100),
  owner INTEGER REFERENCES staff (id),
  language TEXT CHECK (length(language) BETWEEN 2 AND 35),
  notes TEXT CHECK (length(notes) BETWEEN 1 AND 4000),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL, review_cycle TEXT CHECK (length(review_cycle) BETWEEN 3 AND 6), verified_on TEXT CHECK (length(verified_on) = 10), verified_by INTEGER REFERENCES staff (id), verified_how TEXT
  CHECK (verified_how IN ('phone', 'visit') OR verified_how IN ('message', 'document')),
  CHECK ((state = 'merged') = (merged_into IS NOT NULL))
) STRICT;

CREATE TABLE contact_field (
  contact INTEGER NOT NULL REFERENCES contact (id),
  field INTEGER NOT NULL REFERENCES custom_field (id),
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 500),
  folded TEXT NOT NULL,
  PRIMARY KEY (contact, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_field_folded ON contact_field (folded, field, contact);

CREATE UNIQUE INDEX contact_imported_uid ON contact (imported_uid)
  WHERE imported_uid IS NOT NULL;

CREATE INDEX contact_merged_into ON contact (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX contact_organisation_id ON contact (organisation_id)
  WHERE organisation_id IS NOT NULL;

CREATE INDEX contact_owner ON contact (owner) WHERE owner IS NOT NULL;

CREATE TABLE contact_tag (
  contact INTEGER NOT NULL REFERENCES contact (id),
  tag TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 50),
  folded TEXT NOT NULL,
  PRIMARY KEY (contact, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_tag_folded ON contact_tag (folded, contact);

CREATE TABLE custom_field (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (length(key) BETWEEN 1 AND 32),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
  subject TEXT NOT NULL CHECK (subject IN ('contact', 'form')),
  type TEXT NOT NULL
    CHECK (type IN ('text', 'number') OR type IN ('date', 'choice') OR type = 'flag'),
  choices TEXT CHECK ((choices IS NOT NULL) = (type = 'choice')),
  required INTEGER NOT NULL CHECK (required IN (0, 1)),
  place INTEGER NOT NULL CHECK (place >= 1),
  state TEXT NOT NULL CHECK (state IN ('in_use', 'retired')),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE detail (
  seq INTEGER PRIMARY KEY REFERENCES ledger (seq),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  value TEXT NOT NULL
) STRICT;

CREATE TABLE emergency (
  holder INTEGER NOT NULL,
  place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 20),
  name TEXT CHECK (length(name) BETWEEN 1 AND 200),
  phone TEXT CHECK (length(phone) BETWEEN 1 AND 100),
  relation TEXT CHECK (length(relation) BETWEEN 1 AND 100),
  contact INTEGER REFERENCES contact (id),
  PRIMARY KEY (holder, place),
  CHECK (coalesce(name, phone, relation, contact) IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX emergency_contact ON emergency (contact) WHERE contact IS NOT NULL;

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
, batch INTEGER REFERENCES batch (id), handed_version INTEGER
  CHECK ((handed_version IS NULL) = (batch IS NULL) AND handed_version <= version)) STRICT;

CREATE INDEX form_batch ON form (batch, id) WHERE batch IS NOT NULL;

CREATE TABLE form_conclusion (
  form INTEGER NOT NULL REFERENCES form (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  version INTEGER NOT NULL,
  conclusion TEXT NOT NULL CHECK (conclusion IN ('no_action', 'solved') OR
      conclusion IN ('follow_up', 'complaint')),
  text TEXT CHECK (length(text) BETWEEN 1 AND 900),
  at INTEGER NOT NULL,
  by INTEGER REFERENCES staff (id),
  PRIMARY KEY (form, number),
  FOREIGN KEY (form, version) REFERENCES form_version (form, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE form_field (
  form INTEGER NOT NULL,
  version INTEGER NOT NULL,
  field INTEGER NOT NULL REFERENCES custom_field (id),
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 500),
  folded TEXT NOT NULL,
  PRIMARY KEY (form, version, field),
  FOREIGN KEY (form, version) REFERENCES form_version (form, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX form_field_folded ON form_field (folded, field, form, version);

CREATE INDEX form_month ON form (month, operator);

CREATE TABLE form_refusal (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  month TEXT NOT NULL CHECK (length(month) = 7),
  operator INTEGER REFERENCES staff (id),
  callback INTEGER NOT NULL REFERENCES callback (id),
  form INTEGER NOT NULL REFERENCES form (id)
) STRICT;

CREATE TRIGGER form_stays_in_its_batch BEFORE UPDATE OF batch, handed_version ON form
  WHEN OLD.batch IS NOT NULL
  BEGIN SELECT RAISE (ABORT, 'a form is handed over once'); END;

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

CREATE INDEX form_waiting ON form (id) WHERE batch IS NULL;

CREATE TABLE id_floor (
  letter TEXT PRIMARY KEY CHECK (length(letter) = 1),
  floor INTEGER NOT NULL CHECK (floor >= 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
  uid INTEGER NOT NULL,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 128),
  method TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  reply TEXT NOT NULL,
  kind TEXT,
  subject INTEGER,
  at INTEGER NOT NULL,
  PRIMARY KEY (uid, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_at ON idempotency (at);

CREATE INDEX idempotency_subject ON idempotency (kind, subject) WHERE subject IS NOT NULL;

CREATE TABLE interaction (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL CHECK (rev >= 1),
  contact INTEGER NOT NULL REFERENCES contact (id),
  kind TEXT NOT NULL CHECK (kind IN ('call', 'visit') OR kind IN ('message', 'email') OR
      kind = 'note'),
  direction TEXT CHECK (direction IN ('in', 'out')),
  reached INTEGER NOT NULL CHECK (reached IN (0, 1)),
  happened_at INTEGER NOT NULL,
  by INTEGER REFERENCES staff (id),
  point INTEGER REFERENCES point (id),
  summary TEXT CHECK (length(summary) BETWEEN 1 AND 2000),
  source_kind TEXT,
  source INTEGER CHECK (source >= 1),
  occurrence TEXT CHECK (length(occurrence) BETWEEN 1 AND 60),
  outcome TEXT CHECK (length(outcome) BETWEEN 1 AND 40),
  created_at INTEGER NOT NULL,
  retracted_at INTEGER,
  retracted_by INTEGER REFERENCES staff (id),
  retract_reason TEXT CHECK (length(retract_reason) BETWEEN 1 AND 1000),
  CHECK ((kind = 'note') = (direction IS NULL)),
  CHECK ((source_kind IS NULL) = (source IS NULL)),
  CHECK ((source IS NULL) = (occurrence IS NULL)),
  CHECK (outcome IS NULL OR source IS NOT NULL),
  CHECK (summary IS NOT NULL OR source IS NOT NULL),
  CHECK ((retracted_at IS NULL) = (retract_reason IS NULL)),
  CHECK (retracted_at IS NULL OR source IS NULL),
  CHECK (retracted_by IS NULL OR retracted_at IS NOT NULL)
) STRICT;

CREATE INDEX interaction_contact ON interaction (contact, happened_at, id);

CREATE UNIQUE INDEX interaction_source ON interaction (source_kind, source, occurrence)
  WHERE source IS NOT NULL;

CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  at INTEGER NOT NULL,
  uid INTEGER NOT NULL,
  pid INTEGER NOT NULL,
  user TEXT,
  method TEXT NOT NULL,
  event TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject INTEGER NOT NULL,
  fields TEXT NOT NULL,
  digest BLOB CHECK (length(digest) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER ledger_is_not_deleted BEFORE DELETE ON ledger
  BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_is_not_updated BEFORE UPDATE ON ledger
  BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;

CREATE INDEX ledger_subject ON ledger (kind, subject);

CREATE VIEW live_contact AS SELECT * FROM contact WHERE state = 'live';

CREATE TABLE merge (
  contact INTEGER PRIMARY KEY REFERENCES contact (id),
  seq INTEGER NOT NULL UNIQUE REFERENCES ledger (seq),
  record TEXT NOT NULL
) STRICT;

CREATE TABLE move_bulk (
  id INTEGER PRIMARY KEY,
  created_at INTEGER NOT NULL,
  created_by INTEGER REFERENCES staff (id)
) STRICT;

CREATE TABLE name_key (
  key INTEGER NOT NULL,
  contact INTEGER NOT NULL REFERENCES contact (id),
  PRIMARY KEY (key, contact)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 40),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 1000),
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE point (
  id INTEGER PRIMARY KEY,
  contact INTEGER NOT NULL REFERENCES contact (id),
  kind TEXT NOT NULL
    CHECK (kind IN ('phone', 'email') OR kind IN ('wechat', 'qq') OR kind IN ('address', 'handle')),
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 500),
  normal TEXT NOT NULL CHECK (length(normal) BETWEEN 1 AND 500),
  digits TEXT CHECK ((digits IS NOT NULL) = (kind = 'phone')),
  extension TEXT
    CHECK (extension IS NULL OR kind = 'phone' AND length(extension) BETWEEN 1 AND 20),
  label TEXT CHECK (length(label) BETWEEN 1 AND 50),
  rank TEXT NOT NULL CHECK (rank IN ('primary', 'backup')),
  preferred INTEGER NOT NULL CHECK (preferred IN (0, 1)),
  consent TEXT NOT NULL
    CHECK (consent IN ('unknown', 'given') OR consent = 'refused'),
  do_not_use INTEGER NOT NULL CHECK (do_not_use IN (0, 1)),
  quiet_hours TEXT CHECK (length(quiet_hours) = 11),
  verified_on TEXT CHECK (length(verified_on) = 10),
  removed_at INTEGER, verified_by INTEGER REFERENCES staff (id), verified_how TEXT
  CHECK (verified_how IN ('phone', 'visit') OR verified_how IN ('message', 'document')),
  CHECK (preferred = 0 OR removed_at IS NULL)
) STRICT;

CREATE INDEX point_contact ON point (contact);

CREATE INDEX point_digits ON point (digits) WHERE digits IS NOT NULL;

CREATE INDEX point_normal ON point (normal) WHERE digits IS NULL;

CREATE UNIQUE INDEX point_preferred ON point (contact) WHERE preferred = 1;

CREATE TABLE policy (
  key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK (length(value) <= 2000)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX reminder_audience ON reminder (coalesce(staff, role), coalesce(retry_at, due))
  WHERE state = 'pending';

CREATE INDEX reminder_ended ON reminder (coalesce(staff, role)) WHERE state <> 'pending';

CREATE UNIQUE INDEX reminder_once ON reminder (subject_kind, subject, kind, occurrence, due)
  WHERE state <> 'withdrawn';

CREATE INDEX reminder_wake ON reminder (coalesce(retry_at, due)) WHERE state = 'pending';

CREATE INDEX reminder_withdrawn ON reminder (subject_kind, subject) WHERE state = 'withdrawn';

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

CREATE INDEX review_contact ON review (contact);

CREATE INDEX review_due ON review (due) WHERE state = 'open';

CREATE UNIQUE INDEX review_open ON review (contact) WHERE state = 'open';

CREATE INDEX review_proposal ON review (due) WHERE outcome = 'deletion_proposed';

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
, retry_at INTEGER, first INTEGER NOT NULL DEFAULT 0 CHECK (first >= 0)) STRICT;

CREATE INDEX series_active ON series (id) WHERE state = 'active';

CREATE INDEX series_assignee ON series (assignee) WHERE state = 'active';

CREATE INDEX series_contact ON series (contact, id);

CREATE TABLE series_end (
  bulk INTEGER PRIMARY KEY REFERENCES cancel_bulk (id),
  series INTEGER NOT NULL REFERENCES series (id),
  -- The last day that the series had, and the one that it was given.
  before TEXT CHECK (length(before) = 10),
  until TEXT CHECK (length(until) = 10)
) STRICT;

CREATE INDEX series_retry ON series (id) WHERE retry_at IS NOT NULL;

CREATE TABLE series_skip (
  series INTEGER NOT NULL REFERENCES series (id),
  occurrence INTEGER NOT NULL,
  checks TEXT NOT NULL CHECK (length(checks) BETWEEN 1 AND 200),
  at INTEGER NOT NULL,
  PRIMARY KEY (series, occurrence)
) STRICT, WITHOUT ROWID;

CREATE TABLE shop (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  name TEXT CHECK (length(name) BETWEEN 1 AND 200),
  region TEXT NOT NULL CHECK (length(region) = 2),
  time_zone TEXT NOT NULL,
  locale TEXT NOT NULL,
  rev INTEGER NOT NULL CHECK (rev >= 1)
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  uid INTEGER NOT NULL CHECK (uid BETWEEN 0 AND 4294967294 AND uid <> 65534),
  user TEXT NOT NULL CHECK (length(user) BETWEEN 1 AND 64),
  name TEXT CHECK (length(name) BETWEEN 1 AND 200),
  roles INTEGER NOT NULL CHECK (roles BETWEEN 0 AND 127),
  state TEXT NOT NULL CHECK (state IN ('active', 'closed')),
  rev INTEGER NOT NULL CHECK (rev >= 1),
  created_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX staff_uid ON staff (uid) WHERE state = 'active';

CREATE UNIQUE INDEX staff_user ON staff (user);

CREATE TABLE store (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  instance BLOB NOT NULL CHECK (length(instance) = 16),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  created_at INTEGER NOT NULL,
  -- From then on root and the daemon's own user are caretakers only.
  admin_named_at INTEGER
) STRICT;
