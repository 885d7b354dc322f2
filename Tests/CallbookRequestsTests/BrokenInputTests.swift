import CallbookModel
import CallbookProtocol
import CallbookRequests
import CallbookStore
import CallbookTesting
import Testing

/// Bytes that no text file can hold, and limits; the folder Conversations has the rest.
struct BrokenInputTests {
  static let ping = Array(#"{"jsonrpc":"2.0","id":"good","method":"rpc.ping"}"#.utf8)

  /// Sends a line and a good one behind it.
  private func reason(_ line: [UInt8], limits: ProtocolLimits = ProtocolLimits()) throws -> String?
  {
    let shop = try TestShop(limits: limits)
    let connection = shop.connect()
    connection.push(line + [0x0A] + Self.ping + [0x0A])
    let answers = try connection.lines().map { try WireValue(text: $0) }
    #expect(answers.count == 2 && connection.due == 0)
    let good = answers.first { $0["id"]?.text == "good" && $0["result"] != nil }
    #expect(good?["result"]?["pong"] == .boolean(true), "the next good line works")
    return answers.compactMap { $0["error"]?["data"]?["reason"]?.text }.first
  }

  @Test func `invalid UTF-8`() throws {
    #expect(
      try reason(Array(#"{"jsonrpc":"2.0","id":""#.utf8) + [0xC3, 0x28, 0x22, 0x7D])
        == "INVALID_UTF8")
    #expect(try reason([0xC0, 0x80]) == "INVALID_UTF8")
    #expect(try reason(Array("\"".utf8) + [0xED, 0xA0, 0x80, 0x22]) == "INVALID_UTF8")
  }

  @Test func `byte order mark, UTF-16, NUL`() throws {
    #expect(try reason([0xEF, 0xBB, 0xBF] + Self.ping) == "BYTE_ORDER_MARK")
    #expect(try reason(Self.ping.flatMap { [$0, 0] }) == "WRONG_ENCODING")
    #expect(try reason(Self.ping.flatMap { [0, $0] }) == "WRONG_ENCODING")
    #expect(try reason(Self.ping + [0]) == "MALFORMED_JSON")
  }

  @Test func `a line beyond the limit is dropped up to its end`() throws {
    let limit = ProtocolLimits().lineBytes
    let padding = [UInt8](repeating: 0x20, count: limit - Self.ping.count)
    #expect(try reason(Self.ping + padding) == nil)
    #expect(try reason(Self.ping + padding + [0x20]) == "LINE_TOO_LONG")
    #expect(try reason([UInt8](repeating: 0x61, count: 4 * limit)) == "LINE_TOO_LONG")
  }

  @Test func `too many values`() throws {
    let list = "[" + repeatElement("1", count: 20_001).joined(separator: ",") + "]"
    #expect(try reason(Array(list.utf8)) == "TOO_MANY_TOKENS")
  }

  @Test func `a reply beyond the limit says how to get it in parts`() throws {
    var limits = ProtocolLimits()
    limits.replyBytes = 200
    let line = #"{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}"#
    #expect(try reason(Array(line.utf8), limits: limits) == "REPLY_TOO_LARGE")
    let long = #"{"jsonrpc":"2.0","id":1,"method":"audit.list"}"#
    #expect(try reason(Array(long.utf8), limits: limits) == nil)
  }

  @Test func `a change whose reply is too large says that it was made`() throws {
    var limits = ProtocolLimits()
    limits.replyBytes = 30
    let shop = try TestShop(limits: limits)
    let client = shop.connect()
    let error = try client.failure("contact.add", #"{"name":"x"}"#)
    #expect(error?["reason"]?.text == "REPLY_TOO_LARGE")
    #expect(error?["committed"]?.text == "yes")
    let dry = try client.failure(
      "contact.add", #"{"name":"x"}"#, ctx: #"{"dry_run":true}"#)
    #expect(dry?["committed"]?.text == "no")
    #expect(shop.store.headSeq == 1)
  }

  @Test func `more requests in flight than allowed are refused, the others done`() throws {
    var limits = ProtocolLimits()
    limits.requestsInFlight = 3
    let shop = try TestShop(limits: limits)
    let connection = shop.connect()
    let release = shop.holdWriter()
    for number in 1...5 {
      connection.send(
        #"{"jsonrpc":"2.0","id":\#(number),"method":"contact.add","params":{"name":"x"}}"#)
    }
    release()
    let answers = try connection.lines().map { try WireValue(text: $0) }
    #expect(
      answers.compactMap { $0["error"]?["data"]?["reason"]?.text } == [
        "TOO_MANY_IN_FLIGHT", "TOO_MANY_IN_FLIGHT",
      ])
    #expect(answers.compactMap { $0["result"]?["id"]?.text } == ["c1", "c2", "c3"])
  }

  @Test func `half a line at the end of a connection is not executed`() throws {
    let shop = try TestShop()
    let connection = shop.connect()
    connection.push(#"{"jsonrpc":"2.0","id":1,"method":"contact.add","params":{"name":"x"}}"#.utf8)
    shop.dispatcher.inputEnded(connection.id)
    shop.settle()
    #expect(connection.linesNow().isEmpty && connection.output.isClosed)
    let list = try shop.connect().result("contact.list")
    #expect(list["items"]?.items.isEmpty == true)
  }

  @Test func `blank lines have no answer`() throws {
    let shop = try TestShop()
    let connection = shop.connect()
    connection.push(Array("\n \t \r\n\r\n".utf8) + Self.ping + Array("\r\n\n".utf8))
    #expect(connection.lines().count == 1)
  }

  @Test func `wherever the stream is split the answers are the same`() throws {
    let text = """
      {"jsonrpc":"2.0","id":1,"method":"rpc.ping"}
      {"jsonrpc":"2.0","id":2,"method":"shop.gte","params":{}}
      [1,\r\n
      {"jsonrpc":"2.0","id":"ä","method":"contact.get","params":{"id":"c1"}}\n
      """
    let bytes = Array(text.utf8)
    let shop = try TestShop()
    func answers(_ pieces: [ArraySlice<UInt8>]) -> [String] {
      let connection = shop.connect()
      defer { connection.disconnect() }
      for piece in pieces { connection.push(piece) }
      return connection.lines()
    }
    let whole = answers([bytes[...]])
    #expect(whole.count == 4)
    for place in bytes.indices {
      #expect(answers([bytes[..<place], bytes[place...]]) == whole, "split at \(place)")
    }
  }

  @Test func `every line has one answer, whatever its bytes`() throws {
    let (shop, _) = try ExampleShop.open()
    for seed: UInt64 in 1...150 {
      var random = SplitMix64(seed: seed)
      let connection = shop.connect(uid: seed.isMultiple(of: 2) ? 4003 : 4002)
      var lines = 0
      var stream: [UInt8] = []
      for _ in 0..<20 {
        let line = MutatedLine.make(&random)
        lines += line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } ? 0 : 1
        stream += line + [0x0A]
      }
      while !stream.isEmpty {
        let count = min(stream.count, 1 + random.below(300))
        connection.push(stream[..<count])
        stream.removeFirst(count)
      }
      let answers = connection.lines().filter { $0.hasPrefix(#"{"jsonrpc":"2.0","id":"#) }
      #expect(answers.count == lines && connection.due == 0, "seed \(seed)")
      #expect(
        try connection.result("rpc.ping") == .object(["pong": .boolean(true)]), "seed \(seed)")
      connection.disconnect()
    }
  }
}
