/// Somebody to call in an emergency, as it was written.
package struct EmergencyDraft: Sendable, Equatable {
  /// Empty when only a number is known.
  package var name: String
  package var phone: String?
  /// What they are to the contact, such as 妻子 or "night guard".
  package var relation: String?
  /// The UID of the contact that this person is.
  package var contactUID: String?

  package init(
    name: String, phone: String? = nil, relation: String? = nil, contactUID: String? = nil
  ) {
    self.name = name
    self.phone = phone
    self.relation = relation
    self.contactUID = contactUID
  }
}
