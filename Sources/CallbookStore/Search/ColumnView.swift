/// The names, or the companies, of a segment; valid within `SearchSegment.withView`.
struct ColumnView {
  let starts: UnsafeBufferPointer<UInt32>
  /// nil when the codes alone tell all characters: letters, digits and nothing else.
  let units: UnsafeBufferPointer<UInt16>?
  /// Followed by as many readable zeros as a block of the scan reads beyond its end.
  let codes: UnsafeBufferPointer<UInt8>

  /// The row's characters and its row end.
  func places(of row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }
}
