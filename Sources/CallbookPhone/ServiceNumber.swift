import CallbookModel

/// Short numbers of the mainland's numbering plan that a shop keeps: emergency (110), operators
/// (10086), public services (12315), banks and couriers (95588), provinces (96110).
///
/// They have no E.164 of their own. They are written as libphonenumber writes them, the country
/// code and the short number (`+8695588`): that is one key for duplicates, keeps the tail, reads
/// back as the same number, and cannot be an area's number, which has seven digits or more.
enum ServiceNumber {
  static func read(_ dialled: String, region: String) -> PhoneNumber? {
    let national: Substring
    if dialled.hasPrefix("+86") {
      national = dialled.dropFirst(3)
    } else if region == "CN" {
      national = dialled.hasPrefix("0086") ? dialled.dropFirst(4) : dialled[...]
    } else {
      return nil
    }
    return isShort(national) ? PhoneNumber(e164: "+86\(national)") : nil
  }

  private static func isShort(_ national: Substring) -> Bool {
    switch national.utf8.count {
    case 3: ["11", "12"].contains { national.hasPrefix($0) }
    case 5: ["10", "116", "118", "12", "95", "96"].contains { national.hasPrefix($0) }
    case 6: ["95", "96"].contains { national.hasPrefix($0) }
    default: false
    }
  }
}
