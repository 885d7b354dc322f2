package import CallbookModel
import Glibc

/// The entries that did not become contacts, with the reason, to be corrected and imported again.
///
/// Rows keep their columns and get `line` and `reason` behind them, objects two members of these
/// names, cards two properties. The import passes over both. The file comes into being with the first entry, readable by its owner
/// only: what is in it is personal.
package final class RejectFile {
  private let path: String
  private let headings: [String]?
  /// The columns that are written: all but those of an earlier reject file.
  private let columns: [Int]
  private let writer = CSVWriter()
  private var descriptor: Int32?
  private var output: [UInt8] = []
  package private(set) var count = 0

  /// - Parameter headings: of the table that is imported; nil for cards and objects.
  package init(path: String, headings: [String]?) {
    self.path = path
    self.headings = headings
    columns = (headings ?? []).indices.filter {
      headings?[$0] != "line" && headings?[$0] != "reason"
    }
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// - Parameter reason: a sentence without values.
  package func add(line: Int, reason: String, raw: RawEntry) throws(CallbookError) {
    if descriptor == nil { try begin() }
    count += 1
    switch raw {
    case .row(let cells): addRow(cells, line, reason)
    case .card(let lines): addCard(lines, line, reason)
    case .line(let text): JSONReject.append(text, line: line, reason: reason, to: &output)
    }
    if output.count > 65_536 { try flush() }
  }

  /// Writes out what is left; to be called at the end, because only it can fail aloud.
  package func finish() throws(CallbookError) {
    guard let descriptor else { return }
    try flush()
    self.descriptor = nil
    guard close(descriptor) == 0 else { throw Self.unwritable(errno) }
  }

  private func begin() throws(CallbookError) {
    let opened = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw Self.unwritable(errno) }
    descriptor = opened
    if let headings {
      // Spreadsheets need the mark, and these rows are to be corrected in one.
      output.append(contentsOf: CSVWriter.byteOrderMark)
      writer.append(columns.map { headings[$0] } + ["line", "reason"], to: &output)
    }
  }

  private func addRow(_ cells: [String], _ line: Int, _ reason: String) {
    let row = columns.map { $0 < cells.count ? cells[$0] : "" } + ["\(line)", reason]
    // Cells beyond the headings stay beyond them, so that nothing is lost.
    let all = row + cells.dropFirst(headings?.count ?? 0)
    // What an export has neutralised already is not to be neutralised twice.
    writer.append(all.map(FormulaGuard.restored), to: &output)
  }

  private func addCard(_ lines: [String], _ line: Int, _ reason: String) {
    var lines = lines
    if VCardContacts.isMark("BEGIN", lines.first ?? "") {
      if !VCardContacts.isMark("END", lines.last ?? "") { lines.append("END:VCARD") }
    } else {
      lines = ["BEGIN:VCARD"] + lines + ["END:VCARD"]
    }
    lines.insert("X-CALLBOOK-LINE:\(line)", at: lines.count - 1)
    lines.insert("X-CALLBOOK-REASON:\(VCardText.escaped(reason))", at: lines.count - 1)
    for line in lines { output.append(contentsOf: (line + "\r\n").utf8) }
  }

  private func flush() throws(CallbookError) {
    guard let descriptor else { return }
    var written = 0
    while written < output.count {
      let count = output.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.unwritable(errno) }
      written += count
    }
    output.removeAll(keepingCapacity: true)
  }

  private static func unwritable(_ code: Int32) -> CallbookError {
    CallbookError(
      .fileUnwritable, "the reject file cannot be written: \(String(cString: strerror(code)))")
  }
}
