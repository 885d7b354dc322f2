package import CallbookJSON
package import CallbookModel

/// Writes answers as lines: JSON-RPC 2.0 section 5.
package enum ReplyWriter {
  /// Appends a line with a result that is JSON text already.
  package static func result(
    _ result: [UInt8], to id: UnsafeRawBufferPointer, into json: inout JSONWriter
  ) {
    begin(id, into: &json)
    json.key("result")
    json.raw(result)
    json.endObject()
    json.lineFeed()
  }

  /// Appends a line whose result is written in place.
  package static func result(
    to id: UnsafeRawBufferPointer, into json: inout JSONWriter,
    _ write: (inout JSONWriter) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    begin(id, into: &json)
    json.key("result")
    try write(&json)
    json.endObject()
    json.lineFeed()
  }

  /// Appends a line with an error. `id` is nil for a line whose id could not be read.
  package static func error(
    _ error: CallbookError, to id: UnsafeRawBufferPointer?, into json: inout JSONWriter
  ) {
    begin(id, into: &json)
    json.key("error")
    write(error, into: &json)
    json.endObject()
    json.lineFeed()
  }

  /// Appends a line that nobody asked for: `server.hello`, `event`.
  package static func notification(
    _ method: String, into json: inout JSONWriter, _ params: (inout JSONWriter) -> Void
  ) {
    json.beginObject()
    json.key("jsonrpc")
    json.value("2.0")
    json.key("method")
    json.value(method)
    json.key("params")
    params(&json)
    json.endObject()
    json.lineFeed()
  }

  private static func begin(_ id: UnsafeRawBufferPointer?, into json: inout JSONWriter) {
    json.beginObject()
    json.key("jsonrpc")
    json.value("2.0")
    json.key("id")
    if let id { json.raw(id) } else { json.null() }
  }

  private static func write(_ error: CallbookError, into json: inout JSONWriter) {
    json.beginObject()
    json.key("code")
    json.value(error.kind.code)
    json.key("message")
    json.value(error.message)
    json.key("data")
    json.beginObject()
    json.key("kind")
    json.value(error.kind.rawValue)
    json.key("reason")
    json.value(error.reason.rawValue)
    json.key("retryable")
    json.value(error.kind.isRetryable)
    json.key("committed")
    json.value(error.committed.rawValue)
    if !error.violations.isEmpty { write(error.violations, into: &json) }
    if let hint = error.hint {
      json.key("hint")
      json.value(hint)
    }
    for (name, detail) in error.details.sorted(by: { $0.key < $1.key }) {
      json.key(name)
      json.value(detail)
    }
    json.endObject()
    json.endObject()
  }

  private static func write(_ violations: [Violation], into json: inout JSONWriter) {
    json.key("violations")
    json.beginArray()
    for violation in violations {
      json.beginObject()
      json.key("pointer")
      json.value(violation.pointer)
      json.key("message")
      json.value(violation.message)
      json.endObject()
    }
    json.endArray()
  }
}

extension JSONWriter {
  mutating func value(_ detail: CallbookError.Detail) {
    switch detail {
    case .text(let text): value(text)
    case .number(let number): value(number)
    case .list(let texts):
      beginArray()
      for text in texts { value(text) }
      endArray()
    }
  }
}
