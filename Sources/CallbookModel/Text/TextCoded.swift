/// A value that is one text on the wire, as people also read it.
package protocol TextCoded: Codable, LosslessStringConvertible {
  /// What is said of a text that is no such value; it does not repeat the text.
  static var notRead: String { get }
}

extension TextCoded {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Self(text) else { throw CallbookError(.invalidParams, Self.notRead) }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
