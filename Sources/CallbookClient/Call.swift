import CallbookJSON

/// One request as it is sent, and sent again after a lost connection.
package struct Call: Sendable {
  package let method: String
  /// A JSON object.
  package let params: [UInt8]
  /// Whether it changes something; then it needs a key, so that sending it twice is one change.
  package let isChange: Bool
  package var idempotencyKey: String?
  package var isDryRun = false
  package var deadlineMilliseconds: Int?
  /// For the caller alone, to know the call again by its answer.
  package var tag = 0

  package init(_ method: String, _ params: [UInt8] = Array("{}".utf8), isChange: Bool = false) {
    self.method = method
    self.params = params
    self.isChange = isChange
  }

  /// The line, with its line feed.
  func line(id: Int) -> [UInt8] {
    var json = JSONWriter(reserving: params.count + 192)
    json.beginObject()
    json.member("jsonrpc", "2.0")
    json.member("id", id)
    json.member("method", method)
    json.key("params")
    json.raw(params)
    writeContext(into: &json)
    json.endObject()
    json.lineFeed()
    return json.bytes
  }

  private func writeContext(into json: inout JSONWriter) {
    guard idempotencyKey != nil || isDryRun || deadlineMilliseconds != nil else { return }
    json.key("ctx")
    json.beginObject()
    if let idempotencyKey { json.member("idempotency_key", idempotencyKey) }
    if isDryRun {
      json.key("dry_run")
      json.value(true)
    }
    if let deadlineMilliseconds { json.member("deadline_ms", deadlineMilliseconds) }
    json.endObject()
  }
}
