/// Rows of a segment while it is made; sorted by id, one row an id.
struct SearchRows {
  private(set) var ids: [Int64] = []
  /// Where each row begins in `codes`; one more for the end.
  private(set) var starts: [UInt32] = [1]
  /// The code of each character; a row end stands before the first row.
  private(set) var codes: [UInt8] = [SearchCode.rowEnd]
  /// The UTF-16 unit of each character, at the places of `codes`.
  private(set) var units: [UInt16] = [0]

  mutating func append(_ code: UInt8, _ unit: UInt16) {
    codes.append(code)
    units.append(unit)
  }

  mutating func endRow(id: Int64) {
    ids.append(id)
    starts.append(UInt32(codes.count))
  }

  mutating func appendRow(_ row: Int, of view: SegmentView) {
    let places = view.places(of: row)
    codes.append(contentsOf: UnsafeBufferPointer(rebasing: view.codes[places]))
    if let viewUnits = view.units {
      units.append(contentsOf: UnsafeBufferPointer(rebasing: viewUnits[places]))
    } else {
      units.append(contentsOf: repeatElement(0, count: places.count))
    }
    endRow(id: view.ids[row])
  }
}
