import CallbookClient
import CallbookJSON
import CallbookModel

/// Asks for what lies in a time, a page after the other.
struct TimePages {
  private static let pageItems = 500

  private let run: Run
  private let client: Client
  private let method: String

  /// - Parameter method: a request that takes `from`, `until`, `limit` and `after`, and gives `items` and
  ///   `next`.
  init(_ run: Run, _ client: Client, _ method: String) {
    self.run = run
    self.client = client
    self.method = method
  }

  /// - Parameters:
  ///   - more: what else narrows the request.
  ///   - take: is given each in the order of the request; a node holds until it returns.
  func read(
    from first: Instant?, until last: Instant?, _ more: (inout JSONWriter) -> Void = { _ in },
    _ take: (JSONNode) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    var after: String?
    repeat {
      var json = JSONWriter()
      json.beginObject()
      if let first { json.member("from", first.description) }
      if let last { json.member("until", last.description) }
      more(&json)
      json.member("limit", Self.pageItems)
      if let after { json.member("after", after) }
      json.endObject()
      let page = try client.call(run.call(method, json.bytes))
      for item in page["items"]?.elements.map({ $0 }) ?? [] { try take(item) }
      after = page["next"]?.string
    } while after != nil
  }
}
