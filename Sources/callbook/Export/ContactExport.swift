import CallbookClient
import CallbookFormats
import CallbookJSON
import CallbookModel

/// One export: pages from the daemon in, bytes of a file out, one page at a time.
struct ContactExport {
  /// The daemon makes pages smaller when contacts are large.
  private static let pageItems = 200

  private let run: Run
  private let form: ExportForm
  /// What narrows the export, as members of an object without its braces.
  private let filter: [UInt8]

  init(_ run: Run, _ form: ExportForm, filter: [UInt8]) {
    self.run = run
    self.form = form
    self.filter = filter
  }

  /// - Returns: how many contacts there were.
  func carryOut(
    _ write: ([UInt8]) throws(CallbookError) -> Void
  ) throws(CallbookError) -> Int {
    var progress = ProgressLine(run.surroundings)
    defer { progress.clear() }
    let client = run.client()
    var count = 0
    var after: String?
    var output: [UInt8] = []
    form.appendHead(to: &output)
    repeat {
      let page = try client.call(run.call("contact.export", params(after: after)))
      for item in page["items"]?.elements.map({ $0 }) ?? [] {
        try form.append(item, to: &output)
        count += 1
      }
      after = page["next"]?.string
      try write(output)
      output.removeAll(keepingCapacity: true)
      progress.show(run.texts.exporting(count))
    } while after != nil
    return count
  }

  private func params(after: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("limit", Self.pageItems)
    if let after { json.member("after", after) }
    if !filter.isEmpty { json.raw(filter) }
    json.endObject()
    return json.bytes
  }
}
