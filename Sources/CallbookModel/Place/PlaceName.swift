/// How a place is called in a command: `riverside`, lower-case letters, digits and hyphens.
package struct PlaceName: Hashable, Comparable, Sendable {
  package let text: String

  /// Short enough to be typed.
  package static let longest = 40

  /// One that could be.
  package static let example = Self(text: "riverside")

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.text < rhs.text }
}

extension PlaceName: TextCoded {
  package static var notRead: String {
    "is not the short name of a place: 1 to \(longest) of a-z, 0-9 and -, such as riverside"
  }

  package var description: String { text }

  package init?(_ description: String) {
    guard (1...Self.longest).contains(description.utf8.count),
      description.utf8.allSatisfy({
        (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d
      })
    else { return nil }
    text = description
  }
}
