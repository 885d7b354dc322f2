import CallbookJSON
import CallbookModel
package import CallbookProtocol
import CallbookRequests

/// A client of a ``TestShop``: sends bytes as they would arrive, and takes the lines of the answers.
package final class TestConnection {
  package let id: ConnectionID
  package let peer: Peer
  package let output = RecordingOutput()
  private unowned let shop: TestShop
  private var framer: LineFramer
  /// What the server said first.
  package private(set) var greeting = ""
  private var lastID = 0
  /// Answers that are still to come: every line that is not blank has exactly one.
  package private(set) var due = 0
  private var received: [String] = []
  private var isOpen = true

  init(_ id: ConnectionID, shop: TestShop, peer: Peer) {
    self.id = id
    self.peer = peer
    self.shop = shop
    framer = LineFramer(maximumLineBytes: shop.limits.lineBytes)
  }

  func opened() {
    shop.dispatcher.opened(id, peer: peer, output: output)
    greeting = output.takeLines().joined(separator: "\n")
    if output.isClosed { received = [greeting] }
  }

  /// Bytes that arrive in one read.
  package func push(_ bytes: some Collection<UInt8>) {
    guard isOpen, !output.isClosed else { return }
    let (id, dispatcher) = (id, shop.dispatcher)
    dispatcher.beginTurn(id)
    Array(bytes).withUnsafeBytes { bytes in
      var lines = 0
      framer.push(
        bytes,
        line: { line in
          lines += 1
          dispatcher.received(line, on: id)
        },
        tooLong: { bytes in
          lines += 1
          dispatcher.receivedOverlongLine(bytes: bytes, on: id)
        })
      due += lines
    }
    dispatcher.endTurn(id)
    collect()
  }

  package func send(_ lines: String...) {
    push(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// Every line that came since the last time, once every request has its answer.
  package func lines() -> [String] {
    _ = shop.run {
      collect()
      return due <= 0
    }
    collect()
    defer { received = [] }
    return received
  }

  /// What came without waiting.
  package func linesNow() -> [String] {
    collect()
    defer { received = [] }
    return received
  }

  /// Sends one request and gives its answer; what else comes meanwhile is dropped.
  package func call(
    _ method: String, _ params: String = "{}", ctx: String? = nil
  ) throws -> WireValue {
    lastID += 1
    let context = ctx.map { #","ctx":\#($0)"# } ?? ""
    send(
      #"{"jsonrpc":"2.0","id":"call-\#(lastID)","method":"\#(method)","params":\#(params)\#(context)}"#
    )
    let answers = try lines().map { try WireValue(text: $0) }
    guard let answer = answers.first(where: { $0["id"] == .string("call-\(lastID)") }) else {
      throw CallbookError(.internal, "\(method) was not answered")
    }
    return answer
  }

  /// The result of a request that has to succeed.
  package func result(
    _ method: String, _ params: String = "{}", ctx: String? = nil
  ) throws -> WireValue {
    let answer = try call(method, params, ctx: ctx)
    guard let result = answer["result"] else { throw Refused(method: method, answer: answer) }
    return result
  }

  /// The `data` of an error that has to come; nil when the request succeeds.
  package func failure(
    _ method: String, _ params: String = "{}", ctx: String? = nil
  ) throws -> WireValue? {
    try call(method, params, ctx: ctx)["error"]?["data"]
  }

  package func disconnect() { disconnect(from: shop.dispatcher) }

  func disconnect(from dispatcher: Dispatcher) {
    guard isOpen else { return }
    isOpen = false
    dispatcher.closed(id)
  }

  private func collect() {
    for line in output.takeLines() {
      received.append(line)
      if Self.isAnswer(line) { due -= 1 }
    }
  }

  /// Notifications have no id; the greeting and the refusal belong to no line.
  private static func isAnswer(_ line: String) -> Bool {
    line.hasPrefix(#"{"jsonrpc":"2.0","id":"#)
  }

  /// A request that a test needed was refused.
  package struct Refused: Error {
    package let method: String
    package let answer: WireValue
  }
}
