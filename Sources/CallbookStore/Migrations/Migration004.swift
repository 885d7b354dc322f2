/// Fields that an admin defines, and what they say of contacts (DOMAIN C9).
///
/// Never edited once released; a later change is a migration of its own.
enum Migration004 {
  static let script = """
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

    CREATE TABLE contact_field (
      contact INTEGER NOT NULL REFERENCES contact (id),
      field INTEGER NOT NULL REFERENCES custom_field (id),
      value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 500),
      folded TEXT NOT NULL,
      PRIMARY KEY (contact, field)
    ) STRICT, WITHOUT ROWID;
    -- One index finds a value in a field, and in any field.
    CREATE INDEX contact_field_folded ON contact_field (folded, field, contact);

    """
}
