import CallbookClient
import CallbookFormats
import CallbookJSON
import CallbookModel

/// One import: the file in, batches to the daemon, what is wrong to the reject file.
final class FileImport {
  /// Batches on their way at a time: the daemon checks one while the next is read and written.
  private static let window = 4
  /// Rows of which it is said what became of them; the others are counted.
  private static let mostToldRows = 10

  private let run: Run
  private var source: any ContactSource
  private let rejects: RejectFile
  private let label: String
  private let policy: String
  /// On their way, by the tag of their call; errors may come before answers that were asked earlier.
  private var sent: [Int: ImportBatch] = [:]
  private var lastTag = 0
  /// Batches that were refused as a whole, without the rows for which they were.
  private var again: [ImportBatch] = []
  private var isAtEnd = false
  private var told: Set<ContactNote> = []
  private var progress: ProgressLine
  /// While links are made: the lines that are sent again.
  private var linesToLink: Set<Int>?
  private var toldRows = 0
  private(set) var tally = ImportTally()

  /// - Parameters:
  ///   - label: what the contacts' source says, such as `import:shop.csv`.
  ///   - policy: what becomes of rows whose contact is there already.
  init(
    _ run: Run, _ source: any ContactSource, rejects: RejectFile, label: String, policy: String
  ) {
    self.run = run
    self.source = source
    self.rejects = rejects
    self.label = label
    self.policy = policy
    progress = ProgressLine(run.surroundings)
  }

  func carryOut() throws(CallbookError) {
    try sendAll()
    try rejects.finish()
  }

  /// Sends the rows again that named contacts further down: now these are there.
  ///
  /// - Parameter again: the same file from its beginning.
  func link(_ again: any ContactSource) throws(CallbookError) {
    source = again
    isAtEnd = false
    linesToLink = tally.unlinked
    tally.unlinked = []
    try sendAll()
  }

  private func sendAll() throws(CallbookError) {
    defer { progress.clear() }
    let client = run.client()
    repeat {
      try client.exchange(window: Self.window) { () throws(CallbookError) in
        try nextCall()
      } reply: { call, result throws(CallbookError) in
        guard let batch = sent.removeValue(forKey: call.tag) else { return }
        try settle(batch, result)
      }
    } while !again.isEmpty
  }

  private func nextCall() throws(CallbookError) -> Call? {
    while true {
      let batch = again.isEmpty ? try nextBatch() : again.removeFirst()
      guard let batch else { return nil }
      guard batch.hasRows else {
        // Nothing to ask; but its faults come behind those of the batches before it.
        guard sent[lastTag] == nil else {
          sent[lastTag]?.add(faultsOf: batch)
          continue
        }
        try record(batch, [:])
        continue
      }
      var call = run.call(
        "contact.import", batch.params(source: label, duplicates: policy), isChange: true)
      lastTag += 1
      call.tag = lastTag
      sent[lastTag] = batch
      return call
    }
  }

  private func nextBatch() throws(CallbookError) -> ImportBatch? {
    var batch = ImportBatch()
    while !isAtEnd, !batch.isFull {
      guard let entry = try source.next() else {
        isAtEnd = true
        break
      }
      if let linesToLink, !linesToLink.contains(entry.line) { continue }
      if case .draft(_, _, _, let notes) = entry { tell(notes) }
      batch.add(entry, run.texts)
    }
    return batch.isEmpty ? nil : batch
  }

  private func tell(_ notes: [ContactNote]) {
    for fact in notes where told.insert(fact).inserted { note(run.texts.note(fact)) }
  }

  private func note(_ text: String) {
    progress.clear()
    run.note(Layout.cell(text))
  }

  /// Says of the first rows that met somebody what became of them.
  private func tellRows(_ reply: JSONNode) {
    for row in reply["alike"]?.elements.map({ $0 }) ?? [] {
      let others = row["others"]?.elements.compactMap(\.string) ?? []
      tellRow(
        run.texts.alikeRow(
          line: row["line"]?.integer ?? 0, id: row["id"]?.string ?? "", others: others,
          isDryRun: run.isDryRun))
    }
    for row in reply["merged"]?.elements.map({ $0 }) ?? [] {
      tellRow(run.texts.mergedRow(line: row["line"]?.integer ?? 0, id: row["id"]?.string ?? ""))
    }
  }

  private func tellRow(_ text: String) {
    toldRows += 1
    if toldRows <= Self.mostToldRows { note(text) }
    if toldRows == Self.mostToldRows + 1 { note(run.texts.furtherRows) }
  }

  private func settle(
    _ batch: ImportBatch, _ result: Result<JSONNode, CallbookError>
  ) throws(CallbookError) {
    switch result {
    case .success(let reply):
      guard linesToLink == nil else { return tally.addUnlinked(reply) }
      tally.add(reply)
      tellRows(reply)
      var reasons: [Int: String] = [:]
      for row in reply["rejected"]?.elements.map({ $0 }) ?? [] {
        let texts = row["reasons"]?.elements.compactMap(\.string) ?? []
        reasons[Int(row["line"]?.integer ?? 0)] = texts.joined(separator: "; ")
      }
      try record(batch, reasons)
      progress.show(progressText)
    case .failure(let error):
      let faults = Self.faults(error)
      guard !faults.isEmpty else { throw error }
      var batch = batch
      batch.reject(faults)
      again.append(batch)
    }
  }

  private var progressText: String {
    let share = source.totalBytes.map { total in
      " \(total == 0 ? 100 : min(100, source.bytesRead * 100 / total)) %"
    }
    return run.texts.rows(tally.rows, share: share ?? "")
  }

  /// Writes down what became of the rows, in the order of the file.
  private func record(_ batch: ImportBatch, _ reasons: [Int: String]) throws(CallbookError) {
    for entry in batch.entries {
      tally.lastLine = max(tally.lastLine, entry.line)
      guard let reason = entry.fault ?? reasons[entry.line] else { continue }
      tally.rejected += 1
      try rejects.add(line: entry.line, reason: reason, raw: entry.raw)
    }
  }

  /// What is wrong with single rows, by their place, when the request was refused because of them.
  private static func faults(_ error: CallbookError) -> [Int: String] {
    guard error.reason == .invalidParams else { return [:] }
    var faults: [Int: String] = [:]
    for violation in error.violations {
      let steps = violation.pointer.split(separator: "/")
      guard steps.count > 1, steps[0] == "rows", let place = Int(steps[1]) else { return [:] }
      let field = steps.dropFirst(2).joined(separator: " ")
      let reason = field.isEmpty ? violation.message : "\(field): \(violation.message)"
      faults[place] = [faults[place], reason].compactMap { $0 }.joined(separator: "; ")
    }
    return faults
  }
}
