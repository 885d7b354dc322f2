import CallbookClient
import CallbookFormats
import CallbookJSON
import CallbookModel

/// Rows of a file that go to the daemon in one request, in the order of the file.
struct ImportBatch {
  /// The daemon holds no other change up for longer than some milliseconds.
  static let mostRows = 200
  /// A line has at most 262,144 bytes; the envelope takes some.
  static let mostBytes = 200_000
  /// A line has at most 20,000 values and names.
  static let mostTokens = 15_000

  struct Entry {
    let line: Int
    let raw: RawEntry
    /// Why it cannot be sent; nil when it is among the rows.
    var fault: String?
    /// The row as JSON; empty when there is none.
    var json: [UInt8] = []
  }

  private(set) var entries: [Entry] = []
  private var rowCount = 0
  private var bytes = 0
  private var tokens = 0

  var isEmpty: Bool { entries.isEmpty }
  var hasRows: Bool { rowCount > 0 }
  var isFull: Bool {
    rowCount >= Self.mostRows || entries.count >= 4 * Self.mostRows
      || bytes > Self.mostBytes / 2 || tokens > Self.mostTokens / 2
  }

  mutating func add(_ entry: ContactEntry, _ texts: Texts) {
    switch entry {
    case .problem(let line, let fault, let raw):
      entries.append(Entry(line: line, raw: raw, fault: texts.fault(fault)))
    case .draft(let line, let draft, let raw, _):
      let row = ImportRowText(line: line, draft)
      guard row.bytes.count <= Self.mostBytes / 2, row.tokens <= Self.mostTokens / 2 else {
        entries.append(Entry(line: line, raw: raw, fault: texts.entryTooLong))
        return
      }
      entries.append(Entry(line: line, raw: raw, json: row.bytes))
      rowCount += 1
      bytes += row.bytes.count
      tokens += row.tokens
    }
  }

  /// Takes over entries that have no rows to send.
  mutating func add(faultsOf other: ImportBatch) {
    entries += other.entries.filter { $0.fault != nil }
  }

  /// Marks rows as wrong, by their place among the rows that are sent.
  mutating func reject(_ faults: [Int: String]) {
    var place = 0
    for index in entries.indices where entries[index].fault == nil {
      if let fault = faults[place] {
        entries[index].fault = fault
        entries[index].json = []
        rowCount -= 1
      }
      place += 1
    }
  }

  func params(source: String, duplicates: String) -> [UInt8] {
    var json = JSONWriter(reserving: bytes + 256)
    json.beginObject()
    json.member("source", source)
    json.member("duplicates", duplicates)
    json.key("rows")
    json.beginArray()
    for entry in entries where entry.fault == nil { json.raw(entry.json) }
    json.endArray()
    json.endObject()
    return json.bytes
  }
}
