/// What somebody types who looks for a number by its end (尾号): digits and nothing that means
/// anything else.
package struct PhoneDigits: Sendable, Hashable {
  /// ASCII digits in the order in which they were typed, at most 15.
  package let digits: String

  /// Compares with `PhoneNumber.reversedDigits` as its prefix.
  package var reversed: String { String(digits.reversed()) }

  /// A number has no more digits (ITU-T E.164, section 6) than 15.
  private static let mostDigits = 15
  /// Fewer digits with separators between them are rather a date, a time or a house number.
  private static let fewestWithSeparators = 4

  /// Full-width digits are understood, a leading `尾号` and plus sign are dropped, and so are
  /// spaces, dashes, dots and brackets between the digits of four or more.
  ///
  /// - Returns: nil when the query is not one for digits.
  package init?(_ query: String) {
    var digits = ""
    var hasSeparators = false
    for character in Self.withoutLabel(query).unicodeScalars {
      let scalar = character.halfWidth
      switch scalar {
      case "0"..."9":
        digits.unicodeScalars.append(scalar)
      case "+" where digits.isEmpty:
        continue
      case " ", "-", ".", "(", ")", "\u{2010}"..."\u{2015}":
        hasSeparators = hasSeparators || !digits.isEmpty
      default:
        return nil
      }
    }
    let fewest = hasSeparators ? Self.fewestWithSeparators : 1
    guard fewest...Self.mostDigits ~= digits.utf8.count else { return nil }
    self.digits = digits
  }

  private static func withoutLabel(_ query: String) -> Substring {
    let trimmed = query.drop { $0.isWhitespace }
    return trimmed.hasPrefix("尾号") ? trimmed.dropFirst(2) : trimmed
  }
}
