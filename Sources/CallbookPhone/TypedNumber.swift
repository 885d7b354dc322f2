import CallbookModel

/// A typed number taken apart: what is dialled, and what is dialled after the answer.
///
/// Strict where libphonenumber is lenient: it would read `199O0002806` and `1.38E+10` as numbers.
struct TypedNumber {
  /// ASCII digits, after a plus sign if there was one.
  private(set) var dialled = ""
  private(set) var extensionDigits: String?
  /// How many characters of `dialled` stand before the last dash.
  private var beforeLastDash: Int?

  /// Fifteen digits and an extension with generous separators; longer texts are notes.
  private static let mostCharacters = 64
  private static let mostExtensionDigits = 8
  /// A group after a dash that is longer is part of a number, not an extension.
  private static let mostDigitsAfterDash = 5

  init?(_ typed: String) {
    guard typed.utf8.count <= 4 * Self.mostCharacters,
      let plain = PlainText.fold(typed), plain.count <= Self.mostCharacters
    else { return nil }
    var rest = plain[...]
    Self.dropPrefix(&rest)
    guard takeDialled(&rest), takeExtension(&rest), rest.isEmpty else { return nil }
  }

  /// The parts around the last dash when the second could be an extension.
  var splitAtLastDash: (line: String, extensionDigits: String)? {
    guard extensionDigits == nil, let beforeLastDash else { return nil }
    let tail = dialled.dropFirst(beforeLastDash)
    guard 1...Self.mostDigitsAfterDash ~= tail.count else { return nil }
    return (String(dialled.prefix(beforeLastDash)), String(tail))
  }

  /// The scheme of RFC 3966, or the apostrophe by which spreadsheets mark a text.
  private static func dropPrefix(_ rest: inout ArraySlice<UInt8>) {
    if rest.starts(with: "tel:".utf8) {
      rest = rest.dropFirst(4)
    } else if rest.first == UInt8(ascii: "'") {
      rest = rest.dropFirst()
    }
  }

  private mutating func takeDialled(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var dots = 0
    var digitsSinceDot = 0
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        dialled.unicodeScalars.append(Unicode.Scalar(byte))
        digitsSinceDot += 1
      case UInt8(ascii: "+"):
        guard dialled.isEmpty else { return false }
        dialled = "+"
      case UInt8(ascii: "."):
        dots += 1
        digitsSinceDot = 0
      case UInt8(ascii: "-"):
        beforeLastDash = dialled.utf8.count
      case UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"):
        break
      default:
        return isNumber(dots: dots, digitsSinceDot: digitsSinceDot)
      }
      rest = rest.dropFirst()
    }
    return isNumber(dots: dots, digitsSinceDot: digitsSinceDot)
  }

  /// A single dot with at most two digits behind it is a spreadsheet's decimal point.
  private func isNumber(dots: Int, digitsSinceDot: Int) -> Bool {
    let isDecimal = dots == 1 && digitsSinceDot <= 2
    return dialled.utf8.count > 1 && !isDecimal
  }

  private mutating func takeExtension(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard !rest.isEmpty else { return true }
    guard Self.takeMarker(&rest) else { return false }
    let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard 1...Self.mostExtensionDigits ~= digits.count else { return false }
    rest = rest.dropFirst(digits.count).drop { " )".utf8.contains($0) }
    extensionDigits = String(decoding: digits, as: UTF8.self)
    return true
  }

  private static func takeMarker(_ rest: inout ArraySlice<UInt8>) -> Bool {
    rest = rest.drop { "#,; ".utf8.contains($0) }
    let word = rest.prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
    rest = rest.dropFirst(word.count).drop { ".:= -#".utf8.contains($0) }
    return ["", "x", "xx", "ext", "extn", "extension"].contains(
      String(decoding: word, as: UTF8.self))
  }
}
