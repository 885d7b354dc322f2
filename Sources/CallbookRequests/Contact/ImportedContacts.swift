package import CallbookModel

/// What importing a batch answers.
package struct ImportedContacts: Codable, Sendable, Equatable {
  package var added = 0
  /// Rows that were added although they have a phone, an email, or name and company of others.
  package var alike: [AlikeRow] = []
  /// Rows whose contact was there and got what it lacked.
  package var merged: [KnownRow] = []
  /// Rows whose contact is there already.
  package var known: [KnownRow] = []
  /// How many rows were linked to the contacts that they name.
  package var linked = 0
  /// Rows that name a contact by its UID that is not there yet: the name was taken, and the same row
  /// again makes the link.
  package var unlinked: [Int] = []
  package var rejected: [RejectedRow] = []
}

/// A row that was not added because its contact is known.
package struct KnownRow: Codable, Sendable, Equatable {
  package let line: Int
  package let id: ContactID
}

/// A row that became a contact of its own and may be one that was there.
package struct AlikeRow: Codable, Sendable, Equatable {
  package let line: Int
  package let id: ContactID
  package let others: [ContactID]
}

/// A row that cannot be stored as it is.
package struct RejectedRow: Codable, Sendable, Equatable {
  package let line: Int
  /// What is wrong with it, without the values.
  package let reasons: [String]
}
