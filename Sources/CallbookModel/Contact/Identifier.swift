/// A kind of thing that has ids.
package protocol Identified {
  /// The letter that staff say before the number: `c` in `c12`.
  static var idLetter: Unicode.Scalar { get }
  /// What the thing is called in a sentence.
  static var noun: String { get }
}

/// The number of a thing within its kind, written with the kind's letter: `c12`.
///
/// Numbers start at 1, grow, and are never used again.
package struct Identifier<Subject: Identified>: Hashable, Comparable, Sendable {
  package let number: Int64

  package init(_ number: Int64) {
    self.number = number
  }

  /// Reads `c12`; also `C12` and a bare `12`, as people type them.
  package init?(_ text: some StringProtocol) {
    var digits = text[...]
    if let first = digits.first, !first.isNumber {
      guard first.lowercased() == String(Subject.idLetter) else { return nil }
      digits = digits.dropFirst()
    }
    guard
      digits.utf8.count <= 16, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int64(digits), number > 0
    else { return nil }
    self.number = number
  }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }
}

extension Identifier: LosslessStringConvertible {
  package var description: String { "\(Subject.idLetter)\(number)" }
}

extension Identifier: TextCoded {
  package static var notRead: String {
    "is not the id of a \(Subject.noun); one looks like \(Subject.idLetter)12"
  }
}
