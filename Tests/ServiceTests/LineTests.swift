import CallbookTesting
import Glibc
import Testing

/// How lines arrive at the real process: together, in halves, too long, too many.
struct LineTests {
  private func call(_ id: Int, _ method: String, _ params: String = "{}") -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(params)}"#
  }

  @Test func `two requests in one packet are two answers`() throws {
    let daemon = try Daemon.open(in: TestDirectory())
    let client = try daemon.connected()
    let adds =
      call(1, "contact.add", #"{"name":"A"}"#) + "\n"
      + call(2, "contact.add", #"{"name":"B"}"#) + "\n"
    try #require(client.send(bytes: adds.utf8))
    #expect(client.line()?.contains(#""id":1,"result":{"id":"c1""#) == true)
    #expect(client.line()?.contains(#""id":2,"result":{"id":"c2""#) == true)
    #expect(daemon.stop() == 0)
  }

  @Test func `half a line at the end is not carried out, and what came before is answered`() throws
  {
    let daemon = try Daemon.open(in: TestDirectory())
    let client = try daemon.connected()
    try #require(client.send(call(1, "contact.add", #"{"name":"Whole"}"#)))
    // Complete JSON, but nobody knows whether the rest of the line would have been more.
    try #require(client.send(bytes: call(2, "contact.add", #"{"name":"Half"}"#).utf8))
    client.endInput()
    #expect(client.line()?.contains(#""id":1,"result""#) == true)
    while let line = client.line() { #expect(!line.contains(#""result""#), "\(line)") }
    let list = try #require(daemon.connected().ask("contact.list"))
    #expect(list.contains("Whole") && !list.contains("Half"), "\(list)")
    #expect(daemon.stop() == 0)
  }

  @Test func `who ends its input gets every answer, and then the end`() throws {
    let daemon = try Daemon.open(in: TestDirectory())
    let client = try daemon.connected()
    for id in 1...20 {
      let line = id % 2 == 0 ? call(id, "rpc.ping") : call(id, "contact.add", #"{"name":"N"}"#)
      try #require(client.send(line))
    }
    client.endInput()
    var ids: [String] = []
    while let line = client.line() {
      #expect(line.contains(#""result""#), "\(line)")
      ids.append(try #require(between(#""id":"#, ",", in: line)))
    }
    #expect(ids.compactMap { Int($0) }.sorted() == Array(1...20))
    #expect(daemon.stop() == 0)
  }

  @Test func `a line of a megabyte is answered once, and the next good line works`() throws {
    let daemon = try Daemon.open(in: TestDirectory())
    let client = try daemon.connected()
    let long = call(1, "contact.add", #"{"name":"\#(String(repeating: "x", count: 1 << 20))"}"#)
    try #require(client.send(long))
    try #require(client.send(call(2, "rpc.ping")))
    let refused = try #require(client.line())
    #expect(refused.contains("LINE_TOO_LONG") && refused.contains(#""id":null"#), "\(refused)")
    #expect(client.line()?.contains(#""id":2,"result""#) == true)
    #expect(daemon.stop() == 0)
  }

  @Test func `requests beyond those that may be in flight are refused, each line answered once`()
    throws
  {
    let daemon = try Daemon.open(in: TestDirectory())
    let client = try daemon.connected()
    let count = 200
    let burst = (1...count).map { call($0, "contact.add", #"{"name":"N\#($0)"}"#) + "\n" }
    try #require(client.send(bytes: burst.joined().utf8))
    var made: [Int] = []
    var refused: [Int] = []
    for _ in 1...count {
      let line = try #require(client.line())
      let id = try #require(between(#""id":"#, ",", in: line).flatMap { Int($0) }, "\(line)")
      if line.contains(#""result""#) { made.append(id) } else { refused.append(id) }
      #expect(line.contains(#""result""#) || line.contains("TOO_MANY_IN_FLIGHT"), "\(line)")
    }
    #expect((made + refused).sorted() == Array(1...count))
    #expect(made.count >= 32 && !refused.isEmpty)
    #expect(made.starts(with: 1...32), "those that came first")
    let next = try #require(client.ask("contact.list", #"{"limit":500}"#))
    #expect(next.contains(#""id":0"#), "no answer came twice: \(next.prefix(200))")
    #expect(next.split(separator: #""name":"N"#).count - 1 == made.count)
    #expect(daemon.stop() == 0)
  }
}
