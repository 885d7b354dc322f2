package import CallbookJSON
import CallbookModel

/// A JSON value that outlives its text, as tests compare them.
package indirect enum WireValue: Equatable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([WireValue])
  case object([String: WireValue])

  package init(_ node: JSONNode) {
    switch node.kind {
    case .null: self = .null
    case .boolean: self = .boolean(node.boolean ?? false)
    case .integer: self = .integer(node.integer ?? 0)
    case .number: self = .number(node.double ?? 0)
    case .string: self = .string(node.string ?? "")
    case .array: self = .array(node.elements.map { WireValue($0) })
    case .object:
      self = .object(
        Dictionary(node.members.map { ($0.name, WireValue($0.value)) }) { first, _ in first })
    }
  }

  /// - Throws: what reading the text throws.
  package init(text: String) throws {
    let limits = JSONLimits(depth: 64, tokens: 1_000_000)
    self.init(try JSONTape(limits: limits).parse(Array(text.utf8)))
  }

  package subscript(name: String) -> WireValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  package subscript(place: Int) -> WireValue? {
    if case .array(let items) = self, items.indices.contains(place) { items[place] } else { nil }
  }

  package var text: String? { if case .string(let text) = self { text } else { nil } }
  package var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
  package var items: [WireValue] { if case .array(let items) = self { items } else { [] } }
  package var members: [String: WireValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  /// Everything that is a text, names of members included.
  package var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let items): items.flatMap(\.texts)
    case .object(let members): members.flatMap { [$0.key] + $0.value.texts }
    case .null, .boolean, .integer, .number: []
    }
  }

  /// Whether this is what a test expects: `"…"` stands for any value, and a member of that name for
  /// any further members.
  package func matches(_ expected: WireValue) -> Bool {
    switch (self, expected) {
    case (_, .string("…")): true
    case (.array(let items), .array(let wanted)):
      items.count == wanted.count && zip(items, wanted).allSatisfy { $0.matches($1) }
    case (.object(let members), .object(var wanted)):
      (wanted.removeValue(forKey: "…") != nil || members.count == wanted.count)
        && wanted.allSatisfy { members[$0.key]?.matches($0.value) == true }
    default: self == expected
    }
  }
}
