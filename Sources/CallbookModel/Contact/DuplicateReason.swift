/// Why two contacts may be the same (DOMAIN C7). Lists show them in this order.
package enum DuplicateReason: String, Codable, Sendable, CaseIterable {
  /// The same number, however it was typed and whatever its extension.
  case phone
  case email
  /// The same name and company, however they were typed; of an organisation its name is enough.
  case name
}
