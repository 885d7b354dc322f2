import CallbookFormats
import CallbookJSON
import CallbookModel

/// How contacts are written.
enum ExportForm: ExportedRows {
  case csv(CSVContactWriter)
  case vcard(VCardWriter)
  case jsonLines

  func appendHead(to output: inout [UInt8]) {
    if case .csv(let writer) = self { writer.appendHead(to: &output) }
  }

  /// - Parameter item: of `contact.export`.
  func append(_ item: JSONNode, to output: inout [UInt8]) throws(CallbookError) {
    switch self {
    case .csv(let writer):
      let draft = try Self.draft(item)
      guard draft.fields.allSatisfy({ writer.fieldKeys.contains($0.key) }) else {
        throw CallbookError(
          .wrongState, "a field was defined while the contacts were being exported",
          hint: "callbook contact export")
      }
      writer.append(draft, to: &output)
    case .vcard(let writer): writer.append(try Self.draft(item), to: &output)
    case .jsonLines: output += item.rawBytes + [0x0A]
    }
  }

  private static func draft(_ item: JSONNode) throws(CallbookError) -> ContactDraft {
    let reading = JSONContactReading(item)
    guard reading.complaints.isEmpty else {
      // A newer daemon's contacts have members that would be lost in silence.
      throw CallbookError(
        .protocolMismatch,
        "the daemon gives what this command cannot write: \(reading.complaints[0])",
        hint: "callbook contact export --format jsonl")
    }
    return reading.draft
  }
}
