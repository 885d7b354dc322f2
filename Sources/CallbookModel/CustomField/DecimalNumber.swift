/// A decimal number as people write it, exact: at most 15 digits, so that it is the same number in
/// every program that reads it as a binary one.
package struct DecimalNumber: Hashable, Sendable {
  /// Without needless zeros and signs: `-12.5`, `0`.
  package let description: String

  private static let mostDigits = 15

  /// Reads `12`, `-0.50`, `+3`; full-width digits, too. No exponent, no separators of thousands.
  package init?(_ text: String) {
    var rest = TextFolding.halfWidth(TextFolding.trimmed(text))[...]
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else {
      return nil
    }
    let whole = parts[0].drop { $0 == "0" }
    var fraction = parts.count > 1 ? parts[1] : ""
    while fraction.last == "0" { fraction.removeLast() }
    guard whole.utf8.count + fraction.utf8.count <= Self.mostDigits else { return nil }
    let magnitude = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : ".\(fraction)")
    description = isNegative && magnitude != "0" ? "-\(magnitude)" : String(magnitude)
  }
}

extension DecimalNumber: CustomStringConvertible {}
