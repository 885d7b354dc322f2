import CallbookJSON
import CallbookModel

/// How callback forms are written.
enum FormRows: ExportedRows {
  case csv(FormTable)
  case jsonLines

  enum Format: String, CaseIterable {
    case csv
    case jsonLines = "jsonl"

    init?(ofEnding path: String) {
      switch path.split(separator: ".").last?.lowercased() {
      case "csv": self = .csv
      case "jsonl", "ndjson", "json": self = .jsonLines
      default: return nil
      }
    }
  }

  func appendHead(to output: inout [UInt8]) {
    if case .csv(let table) = self { table.appendHead(to: &output) }
  }

  func append(_ item: JSONNode, to output: inout [UInt8]) throws(CallbookError) {
    switch self {
    case .csv(let table): try table.append(item, to: &output)
    case .jsonLines: output += item.rawBytes + [0x0A]
    }
  }
}
