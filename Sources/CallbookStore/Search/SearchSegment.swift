/// An immutable part of the name index: some thousand rows in one block of memory.
final class SearchSegment: Sendable {
  /// About 0.8 MiB of Chinese names with companies; also bounds what one erasure rewrites.
  static let rowLimit = 16_384
  /// Zeros behind the codes: a block and the characters after it may be read at the last place.
  static let padding = 64

  let rowCount: Int
  private let placeCount: Int
  private let hasUnits: Bool
  private let memory: SegmentMemory

  init(_ rows: SearchRows, hasUnits: Bool) {
    rowCount = rows.ids.count
    placeCount = rows.codes.count
    self.hasUnits = hasUnits
    let byteCount =
      8 * rowCount + 4 * (rowCount + 1) + (hasUnits ? 2 * placeCount : 0) + placeCount
      + Self.padding
    memory = SegmentMemory(byteCount: byteCount) { bytes in
      var offset = 0
      func write<Element>(_ column: [Element]) {
        column.withUnsafeBytes { source in
          UnsafeMutableRawBufferPointer(rebasing: bytes[offset...]).copyMemory(from: source)
          offset += source.count
        }
      }
      write(rows.ids)
      write(rows.starts)
      if hasUnits { write(rows.units) }
      write(rows.codes)
    }
  }

  /// Whether its codes alone tell all characters.
  var isPlain: Bool { !hasUnits }

  var byteCount: Int { memory.byteCount }

  func withView<Result>(_ body: (SegmentView) -> Result) -> Result {
    withExtendedLifetime(memory) {
      var rest = memory.bytes[...]
      func column<Element>(_ count: Int, of type: Element.Type) -> UnsafeBufferPointer<Element> {
        let size = count * MemoryLayout<Element>.stride
        defer { rest = rest.dropFirst(size) }
        return UnsafeRawBufferPointer(rebasing: rest.prefix(size)).assumingMemoryBound(to: type)
      }
      return body(
        SegmentView(
          ids: column(rowCount, of: Int64.self),
          starts: column(rowCount + 1, of: UInt32.self),
          units: hasUnits ? column(placeCount, of: UInt16.self) : nil,
          codes: column(placeCount, of: UInt8.self)))
    }
  }
}
