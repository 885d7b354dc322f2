/// Keeps a spreadsheet from running a cell as a formula, in a way that can be taken back.
///
/// An apostrophe goes before what begins with `=`, `+`, `-`, `@`, TAB or CR, and also before
/// apostrophes that are followed by one of these; so taking one off gives back exactly what was.
package enum FormulaGuard {
  package static func neutralised(_ cell: String) -> String {
    guard isDangerous(cell.utf8.drop { $0 == UInt8(ascii: "'") }) else { return cell }
    return "'" + cell
  }

  package static func restored(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'"),
      isDangerous(cell.utf8.drop { $0 == UInt8(ascii: "'") })
    else { return cell }
    return String(cell.dropFirst())
  }

  private static func isDangerous(_ text: Substring.UTF8View) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}
