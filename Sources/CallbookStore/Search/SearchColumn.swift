/// The names, or the companies, of a segment while it is made.
///
/// A row has the fields of `SearchField`; empty ones at the end are left out.
struct SearchColumn {
  /// Where each row begins in `codes`; one more for the end.
  private(set) var starts: [UInt32] = [1]
  /// The code of each character; a row end stands before the first row.
  private(set) var codes: [UInt8] = [SearchCode.rowEnd]
  /// The UTF-16 unit of each character, at the places of `codes`.
  private(set) var units: [UInt16] = [0]

  mutating func appendRow(_ fields: [[SearchRow.Character]]) {
    for (place, field) in fields.enumerated() {
      if place > 0 { append(SearchCode.fieldEnd, 0) }
      for character in field { append(character.code, character.unit) }
    }
    endRow()
  }

  mutating func appendRow(_ row: Int, of column: ColumnView) {
    for place in column.places(of: row).dropLast() {
      append(column.codes[place], column.units?[place] ?? 0)
    }
    endRow()
  }

  private mutating func append(_ code: UInt8, _ unit: UInt16) {
    codes.append(code)
    units.append(unit)
  }

  private mutating func endRow() {
    append(SearchCode.rowEnd, 0)
    starts.append(UInt32(codes.count))
  }
}
