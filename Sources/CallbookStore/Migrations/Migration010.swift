/// Callback forms are handed over to operations in batches, and concluded; they have fields of the
/// shop's own.
enum Migration010 {
  static let script = """
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

    -- A column: a form is in one batch, and in no other.
    ALTER TABLE form ADD COLUMN batch INTEGER REFERENCES batch (id);
    -- The version that was handed over.
    ALTER TABLE form ADD COLUMN handed_version INTEGER
      CHECK ((handed_version IS NULL) = (batch IS NULL) AND handed_version <= version);
    CREATE INDEX form_waiting ON form (id) WHERE batch IS NULL;
    CREATE INDEX form_batch ON form (batch, id) WHERE batch IS NOT NULL;
    CREATE TRIGGER form_stays_in_its_batch BEFORE UPDATE OF batch, handed_version ON form
      WHEN OLD.batch IS NOT NULL
      BEGIN SELECT RAISE (ABORT, 'a form is handed over once'); END;

    -- The one with the highest number holds.
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

    """
}
