package import CallbookModel

/// The years that came with the program when a store was last planned, as the store keeps them: a line
/// each, `2026: off …; on …`.
enum ShippedYears {
  static func text(_ years: [Int: WorkYear]) -> String {
    years.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }.joined(separator: "\n")
  }

  /// What each year was, by its number.
  static func read(_ text: String) -> [Int: String] {
    let years = text.split(separator: "\n").compactMap { line -> (Int, String)? in
      guard let end = line.firstIndex(of: ":"), let year = Int(line[..<end]) else { return nil }
      return (year, String(line[end...].dropFirst(2)))
    }
    return Dictionary(years) { $1 }
  }
}

extension WriteTransaction {
  /// Has everything planned again when the program knows other years of holidays than when the store
  /// was planned last, such as after an upgrade to a release that brings a further one. A year that was
  /// imported stays as it was imported, and a shop elsewhere has none of them.
  ///
  /// - Returns: whether anything is planned again.
  @discardableResult
  package func adoptShippedYears() throws(CallbookError) -> Bool {
    let shipped = shared.calendars.shipped
    let text = ShippedYears.text(shipped)
    let known = try sql.first("SELECT shipped FROM calendar") { $0.text(0) } ?? ""
    guard known != text else { return false }
    try sql.execute("UPDATE calendar SET shipped = ?") { $0.bind(text) }
    let (before, imported) = (ShippedYears.read(known), try importedYears())
    let after = shipped.mapValues(\.text)
    let changes = Set(before.keys).union(after.keys).sorted()
      .filter { before[$0] != after[$0] && imported[$0] == nil }
      .map { FieldChange("years/\($0)", before: before[$0], after: after[$0]) }
    guard try shop().region == "CN" else { return false }
    _ = try finish("calendar.shipped", changes)
    return !changes.isEmpty
  }
}
