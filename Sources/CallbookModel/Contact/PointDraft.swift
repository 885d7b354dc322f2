/// One way to reach a contact, as it was written.
package struct PointDraft: Sendable, Equatable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case phone, email, wechat, qq, address
    /// A name in a social or online service; the label says which.
    case handle
  }

  package var kind: Kind
  package var value: String
  /// Free text; `mobile`, `work`, `home`, `fax` and `backup` are what readers of files use.
  package var label: String?
  package var isPreferred: Bool

  package init(_ kind: Kind, _ value: String, label: String? = nil, isPreferred: Bool = false) {
    self.kind = kind
    self.value = value
    self.label = label
    self.isPreferred = isPreferred
  }
}

extension PointDraft: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, value, label
    case isPreferred = "preferred"
  }

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try members.decode(Kind.self, forKey: .kind),
      try members.decode(String.self, forKey: .value),
      label: try members.decodeIfPresent(String.self, forKey: .label),
      isPreferred: try members.decodeIfPresent(Bool.self, forKey: .isPreferred) ?? false)
  }

  package func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(kind, forKey: .kind)
    try members.encode(value, forKey: .value)
    try members.encodeIfPresent(label, forKey: .label)
    if isPreferred { try members.encode(true, forKey: .isPreferred) }
  }
}
