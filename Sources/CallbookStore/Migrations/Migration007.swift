/// When a contact was really reached, by whom and how; and how often it is reviewed.
///
/// Never edited once released; a later change is a migration of its own.
enum Migration007 {
  static let script = """
    ALTER TABLE contact ADD COLUMN review_cycle TEXT CHECK (length(review_cycle) BETWEEN 3 AND 6);
    -- Of the contact itself, beside what its points say.
    ALTER TABLE contact ADD COLUMN verified_on TEXT CHECK (length(verified_on) = 10);
    ALTER TABLE contact ADD COLUMN verified_by INTEGER REFERENCES staff (id);
    ALTER TABLE contact ADD COLUMN verified_how TEXT
      CHECK (verified_how IN ('phone', 'visit') OR verified_how IN ('message', 'document'));
    ALTER TABLE point ADD COLUMN verified_by INTEGER REFERENCES staff (id);
    ALTER TABLE point ADD COLUMN verified_how TEXT
      CHECK (verified_how IN ('phone', 'visit') OR verified_how IN ('message', 'document'));

    """
}
