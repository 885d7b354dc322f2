import CallbookClient
import CallbookJSON
import CallbookModel

/// Asks for busy times a page at a time.
struct BusyTimePages {
  private static let pageItems = 500

  private let run: Run
  private let client: Client

  init(_ run: Run, _ client: Client) {
    self.run = run
    self.client = client
  }

  /// - Parameter take: is given each, those of one person together; a node holds until it returns.
  func read(
    from first: Instant, until last: Instant, _ take: (JSONNode) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    var after: String?
    repeat {
      let page = try client.call(run.call("busy.list", params(first, last, after)))
      for item in page["items"]?.elements.map({ $0 }) ?? [] { try take(item) }
      after = page["next"]?.string
    } while after != nil
  }

  private func params(_ first: Instant, _ last: Instant, _ after: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("from", first.description)
    json.member("until", last.description)
    json.member("limit", Self.pageItems)
    if let after { json.member("after", after) }
    json.endObject()
    return json.bytes
  }
}
