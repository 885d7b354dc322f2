/// An immutable part of the name index: some thousand rows in one block of memory.
final class SearchSegment: Sendable {
  /// About 0.8 MiB of Chinese names with companies; also bounds what one erasure rewrites.
  static let rowLimit = 16_384
  /// Zeros behind the codes: a block and the characters after it may be read at the last place.
  static let padding = 64

  let rowCount: Int
  /// Whether the codes alone tell all characters.
  let isPlain: Bool
  /// The length of the shortest name.
  let leastNameLength: Int
  /// The ids lie within; never empty.
  let ids: ClosedRange<Int64>
  private let namePlaces: Int
  private let companyPlaces: Int
  private let memory: SegmentMemory

  init(_ rows: SearchRows, isPlain: Bool) {
    rowCount = rows.ids.count
    self.isPlain = isPlain
    leastNameLength = rows.leastNameLength
    ids = (rows.ids.first ?? 0)...(rows.ids.last ?? 0)
    let columns = [rows.names, rows.companies]
    namePlaces = rows.names.codes.count
    companyPlaces = rows.companies.codes.count
    let startBytes = 4 * (rowCount + 1)
    let placeBytes = (isPlain ? 1 : 3) * (namePlaces + companyPlaces)
    let byteCount = 8 * rowCount + 2 * startBytes + placeBytes + 2 * Self.padding
    memory = SegmentMemory(byteCount: byteCount) { bytes in
      var rest = bytes[...]
      func write<Element>(_ column: [Element], padding: Int = 0) {
        column.withUnsafeBytes { source in
          UnsafeMutableRawBufferPointer(rebasing: rest).copyMemory(from: source)
          rest = rest.dropFirst(source.count + padding)
        }
      }
      write(rows.ids)
      for column in columns { write(column.starts) }
      for column in columns where !isPlain { write(column.units) }
      for column in columns { write(column.codes, padding: Self.padding) }
    }
  }

  var byteCount: Int { memory.byteCount }

  func withView<Result>(_ body: (SegmentView) -> Result) -> Result {
    withExtendedLifetime(memory) {
      var rest = memory.bytes[...]
      func column<Element>(
        _ count: Int, of type: Element.Type, padding: Int = 0
      ) -> UnsafeBufferPointer<Element> {
        let size = count * MemoryLayout<Element>.stride
        defer { rest = rest.dropFirst(size + padding) }
        return UnsafeRawBufferPointer(rebasing: rest.prefix(size)).assumingMemoryBound(to: type)
      }
      let ids = column(rowCount, of: Int64.self)
      let nameStarts = column(rowCount + 1, of: UInt32.self)
      let companyStarts = column(rowCount + 1, of: UInt32.self)
      let nameUnits = isPlain ? nil : column(namePlaces, of: UInt16.self)
      let companyUnits = isPlain ? nil : column(companyPlaces, of: UInt16.self)
      let nameCodes = column(namePlaces, of: UInt8.self, padding: Self.padding)
      let companyCodes = column(companyPlaces, of: UInt8.self, padding: Self.padding)
      return body(
        SegmentView(
          ids: ids,
          names: ColumnView(starts: nameStarts, units: nameUnits, codes: nameCodes),
          companies: ColumnView(starts: companyStarts, units: companyUnits, codes: companyCodes)))
    }
  }
}
