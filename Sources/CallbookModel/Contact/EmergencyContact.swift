/// One place on an emergency list (紧急联系人, DOMAIN C3).
///
/// Half of it may be missing: a name without a number is still somebody to ask for.
package struct EmergencyContact: Codable, Sendable, Equatable {
  /// 1 is called first.
  package var place: Int
  package var name: String?
  /// As it was typed; nil when the contact's own first phone is to be used.
  package var phone: String?
  /// What the person is to the one in need, such as 老板娘 or electrician.
  package var relation: String?
  /// The contact that this person is, when the shop keeps one.
  package var contact: ContactID?

  package init(
    place: Int, name: String? = nil, phone: String? = nil, relation: String? = nil,
    contact: ContactID? = nil
  ) {
    self.place = place
    self.name = name
    self.phone = phone
    self.relation = relation
    self.contact = contact
  }
}
