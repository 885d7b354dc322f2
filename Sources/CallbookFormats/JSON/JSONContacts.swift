import CallbookJSON
package import CallbookModel

/// The contacts of a file with one JSON object a line, as `contact.export` gives them.
package final class JSONContacts: ContactSource {
  private let text: TextSource
  private var lines: JSONLineReader
  private let tape = JSONTape()

  package init(_ text: TextSource) {
    self.text = text
    lines = JSONLineReader(text)
  }

  package var headings: [String]? { nil }
  package var encoding: TextEncoding { text.encoding }
  package var bytesRead: Int { text.bytesRead }
  package var totalBytes: Int? { text.totalBytes }

  package func next() throws(CallbookError) -> ContactEntry? {
    while let line = try lines.next() {
      if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      return entry(of: line)
    }
    return nil
  }

  private func entry(of line: JSONLineReader.Line) -> ContactEntry {
    let raw = RawEntry.line(String(decoding: line.bytes, as: UTF8.self))
    func problem(_ fault: ContactFault) -> ContactEntry {
      .problem(line: line.number, fault, raw: raw)
    }
    guard !line.isCutOff else { return problem(.lineTooLong) }
    let reading: JSONContactReading
    do throws(CallbookError) {
      let node = try tape.parse(line.bytes)
      guard node.kind == .object else { return problem(.notJSON("another value")) }
      reading = JSONContactReading(node)
    } catch {
      return problem(.notJSON(error.message))
    }
    guard reading.complaints.isEmpty else { return problem(.members(reading.complaints)) }
    guard !reading.draft.name.isEmpty || reading.draft.organisation != nil else {
      return problem(.nameless)
    }
    return .draft(line: line.number, reading.draft, raw: raw, notes: [])
  }
}
