import CallbookClient
import CallbookJSON
import CallbookModel

/// What a command works with: what was typed, the way to the daemon, and where its words go.
struct Run {
  let surroundings: Surroundings
  let given: GivenInputs

  init(_ surroundings: Surroundings, _ given: GivenInputs) {
    self.surroundings = surroundings
    self.given = given
  }

  var texts: Texts { surroundings.texts }
  var isDryRun: Bool { given.has("dry-run") }
  var wantsJSON: Bool { given.has("json") || given.has("jsonl") }

  var layout: Layout {
    let isTerminal = surroundings.terminalColumns != nil
    return Layout(
      columns: surroundings.terminalColumns,
      isColoured: isTerminal && !surroundings.wantsNoColor && !given.has("no-color"))
  }

  /// Where the daemon listens, and who says so.
  var socket: (path: String, source: SocketSource) {
    if let path = given.text("socket"), !path.isEmpty { return (path, .option) }
    if let path = surroundings.environment("CALLBOOK_SOCKET"), !path.isEmpty {
      return (path, .environment)
    }
    return (Client.standardPath, .standard)
  }

  func client() -> Client {
    let client = Client(
      path: socket.path, waiter: surroundings.waiter, randomness: surroundings.randomness)
    // Whoever names a zone wants to see that one.
    if (surroundings.environment("TZ") ?? "").isEmpty {
      client.onGreeting = { [clock = texts.clock] in clock.follow(zone: $0.timeZone) }
    }
    return client
  }

  /// The result of one request; it holds until the client reads on.
  func ask(
    _ method: String, _ params: [UInt8] = Array("{}".utf8), isChange: Bool = false
  ) throws(CallbookError) -> JSONNode {
    try client().call(call(method, params, isChange: isChange))
  }

  /// The request with what the general options say of it.
  func call(_ method: String, _ params: [UInt8] = Array("{}".utf8), isChange: Bool = false) -> Call
  {
    var call = Call(method, params, isChange: isChange)
    call.isDryRun = isDryRun
    call.idempotencyKey = given.text("key")
    return call
  }

  func say(_ line: String) { surroundings.output.line(line) }

  /// Text from outside below a heading.
  func say(indented text: String) {
    for line in layout.indented(by: 2).wrapped(Layout.cell(text)) { say("  \(line)") }
  }

  /// For the person, not for what reads the output.
  func note(_ line: String) { surroundings.errors.line("callbook: \(line)") }

  /// The same without a name before it.
  func complain(_ line: String) { surroundings.errors.line(line) }

  /// A question, behind which the answer is typed.
  func prompt(_ question: String) { surroundings.errors.write(Array(question.utf8)) }

  func say(_ table: Table) {
    let text = table.lines(layout, texts).map { $0 + "\n" }.joined()
    surroundings.output.write(Array(text.utf8))
  }

  /// The answer for programs: whole, or an item a line.
  func sayJSON(_ node: JSONNode) {
    guard given.has("jsonl"), let items = node["items"], items.kind == .array else {
      surroundings.output.write(
        given.has("jsonl")
          ? node.rawBytes + [0x0A] : Array((PrettyJSON.text(node) + "\n").utf8))
      return
    }
    surroundings.output.write(items.elements.reduce(into: []) { $0 += $1.rawBytes + [0x0A] })
  }
}
