import CallbookJSON
import CallbookModel
import CallbookProtocol
import CallbookRequests

/// A line has exactly one outcome, decided as the dispatcher does before it asks the store: a request
/// that could be made, or one line with an error.
enum RequestProperties {
  static func check(_ input: [UInt8]) throws {
    // A line feed would have ended the line.
    let line = input.map { $0 == 0x0A ? 0x20 : $0 }
    let tape = makeTape()
    let request: JSONNode
    do throws(CallbookError) {
      request = try tape.parse(line)
    } catch {
      return try checkAnswer(error, to: nil)
    }
    let id = RequestEnvelope.id(of: request, limits: limits)?.rawBytes
    switch Result(catching: { () throws(CallbookError) in try accept(request) }) {
    case .success: try require(id != nil, "a request that is taken has an id")
    case .failure(let error):
      if error.reason == .invalidParams, let params = request["params"] {
        try DecodingProperties.checkViolations(of: error, in: params)
      }
      try checkAnswer(error, to: id)
    }
    try checkSilence(about: JSONValue(request))
  }

  private static let limits = ProtocolLimits()

  private static func makeTape() -> JSONTape {
    JSONTape(limits: JSONLimits(depth: limits.depth, tokens: limits.tokens))
  }

  private static func accept(_ request: JSONNode) throws(CallbookError) {
    let envelope = try RequestEnvelope(request, limits: limits)
    guard let method = MethodTable.all[envelope.method] else {
      throw MethodTable.all.unknown(envelope.method)
    }
    if let params = envelope.params {
      try method.check(params)
    } else {
      let empty = JSONTape()
      try method.check(empty.parse("{}".utf8))
    }
  }

  /// An error's line: one, strict JSON, with the id as it was sent.
  private static func checkAnswer(_ error: CallbookError, to id: [UInt8]?) throws {
    let line = answer(error, to: id)
    try require(
      line.last == 0x0A && line.dropLast().firstIndex(of: 0x0A) == nil, "an answer is one line")
    let answer = try JSONTape().parse(line)
    try require(
      answer["jsonrpc"]?.stringEquals("2.0") == true && answer.count == 3, "an answer is JSON-RPC")
    try require(
      id.map { $0 == answer["id"]?.rawBytes } ?? (answer["id"]?.isNull == true),
      "an answer has the request's id, byte for byte")
    let failure = answer["error"]
    try require(
      failure?["message"]?.string?.isEmpty == false
        && failure?["code"]?.integer == Int64(error.kind.code)
        && failure?["data"]?["reason"]?.string == error.reason.rawValue,
      "an error has its code, its message and its reason")
    try require(error.reason != .internal, "bytes from outside are no fault of the daemon's")
  }

  private static func answer(_ error: CallbookError, to id: [UInt8]?) -> [UInt8] {
    var json = JSONWriter()
    if let id {
      id.withUnsafeBytes { ReplyWriter.error(error, to: $0, into: &json) }
    } else {
      ReplyWriter.error(error, to: nil, into: &json)
    }
    return json.bytes
  }

  // MARK: Silence

  /// Stands behind every text of a request, and may come back in no answer: texts are personal.
  private static let canary = "🐦"

  private static func checkSilence(about request: JSONValue) throws {
    guard case .object(let members) = request else { return }
    let markedRequest = JSONValue.object(
      members.map { member in
        let isContent = ["params", "ctx"].contains(String(decoding: member.name, as: UTF8.self))
        return isContent ? .init(name: member.name, value: marked(member.value)) : member
      })
    var json = JSONWriter()
    try markedRequest.write(to: &json)
    let tape = makeTape()
    do throws(CallbookError) {
      try accept(tape.parse(json.bytes))
    } catch {
      let text = String(decoding: answer(error, to: nil), as: UTF8.self)
      // A name that has the canary may come back, as the pointer to what is wrong.
      guard !request.names.unicodeScalars.contains("🐦") else { return }
      try require(!text.unicodeScalars.contains("🐦"), "an error tells a text of the request")
    }
  }

  private static func marked(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let bytes): .string(bytes + canary.utf8)
    case .array(let elements): .array(elements.map(marked))
    case .object(let members):
      .object(members.map { .init(name: $0.name, value: marked($0.value)) })
    case .null, .boolean, .integer, .number: value
    }
  }
}
