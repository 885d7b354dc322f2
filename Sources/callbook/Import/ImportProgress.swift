import CallbookFormats

/// A line on the terminal that is written anew as the import goes on; nothing where there is none.
struct ImportProgress {
  /// Often enough to be seen moving, too seldom to cost anything.
  private static let batchesBetween = 5

  private let sink: (any TextSink)?
  private let texts: Texts
  private var batches = 0

  init(_ surroundings: Surroundings) {
    texts = surroundings.texts
    sink = surroundings.areErrorsOnTerminal ? surroundings.errors : nil
  }

  mutating func show(_ tally: ImportTally, _ source: any ContactSource) {
    batches += 1
    guard let sink, batches.isMultiple(of: Self.batchesBetween) else { return }
    let rows = tally.added + tally.known + tally.rejected
    let share = source.totalBytes.map { total in
      " \(total == 0 ? 100 : min(100, source.bytesRead * 100 / total)) %"
    }
    sink.write(Array("\r\u{1B}[K\(texts.rows(rows, share: share ?? ""))".utf8))
  }

  /// Leaves an empty line behind.
  func end() {
    sink?.write(Array("\r\u{1B}[K".utf8))
  }
}
