import CallbookClient
import CallbookJSON
import CallbookModel

/// One export: pages from the daemon in, bytes of a file out, one page at a time.
struct PagedExport {
  /// What is said of a number of rows.
  struct Words {
    let progress: (Int) -> String
    let done: (_ count: Int, _ path: String) -> String
  }

  /// The daemon makes pages smaller when items are large.
  private static let pageItems = 200

  private let run: Run
  private let method: String
  private let rows: any ExportedRows
  /// What narrows the export, as members of an object without its braces.
  private let filter: [UInt8]
  private let words: Words

  /// - Parameter method: a request that takes `limit` and `after`, and gives `items` and `next`.
  init(
    _ run: Run, _ method: String, as rows: any ExportedRows, fields: [FieldDescription],
    _ words: Words
  ) throws(CallbookError) {
    self.run = run
    self.method = method
    self.rows = rows
    self.words = words
    filter = Array(try ParamsWriter(run.given, run.texts).params(of: fields).dropFirst().dropLast())
  }

  /// - Parameter path: nil for standard output.
  func write(to path: String?) throws(CallbookError) {
    guard let path else {
      _ = try carryOut { bytes throws(CallbookError) in
        run.surroundings.output.write(bytes)
        if let code = run.surroundings.output.failure { throw .unwritable(code) }
      }
      return
    }
    let file = try ExportFile(path)
    let count = try carryOut { bytes throws(CallbookError) in try file.write(bytes) }
    try file.finish()
    report(count, path)
  }

  private func report(_ count: Int, _ path: String) {
    guard run.wantsJSON else { return run.say(words.done(count, Layout.cell(path))) }
    var json = JSONWriter()
    json.beginObject()
    json.member("exported", count)
    json.member("file", path)
    json.endObject()
    json.lineFeed()
    run.surroundings.output.write(json.bytes)
  }

  /// - Returns: how many rows there were.
  private func carryOut(
    _ write: ([UInt8]) throws(CallbookError) -> Void
  ) throws(CallbookError) -> Int {
    var progress = ProgressLine(run.surroundings)
    defer { progress.clear() }
    let client = run.client()
    var count = 0
    var after: String?
    var output: [UInt8] = []
    rows.appendHead(to: &output)
    repeat {
      let page = try client.call(run.call(method, params(after: after)))
      for item in page["items"]?.elements.map({ $0 }) ?? [] {
        try rows.append(item, to: &output)
        count += 1
      }
      after = page["next"]?.string
      try write(output)
      output.removeAll(keepingCapacity: true)
      progress.show(words.progress(count))
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
