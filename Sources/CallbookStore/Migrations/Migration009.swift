/// What the shop and its contacts had to do with each other.
enum Migration009 {
  static let script = """
    -- Those of a contact that was merged stay with it, and are read with the survivor's.
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
    -- The same thing brings one interaction, however often it is told.
    CREATE UNIQUE INDEX interaction_source ON interaction (source_kind, source, occurrence)
      WHERE source IS NOT NULL;

    """
}
