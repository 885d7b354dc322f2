import CallbookModel
import CallbookProtocol
import CallbookRequests
import CallbookStore
import CallbookTesting
import Testing

/// Following the ledger with readers that are slow, gone and back, or never read at all.
struct EventStreamTests {
  private static let subscribe =
    #"{"jsonrpc":"2.0","id":1,"method":"events.subscribe","params":{"since":"start"}}"#

  /// A client that takes its output only when it is told to.
  private struct Reader {
    let id: ConnectionID
    let output = RecordingOutput()
    let shop: TestShop

    init(_ number: UInt64, _ shop: TestShop, capacityBytes: Int, uid: UInt32 = 4003) {
      (id, self.shop) = (ConnectionID(number: number), shop)
      output.capacityBytes = capacityBytes
      shop.dispatcher.opened(
        id, peer: Peer(pid: 7, uid: uid, gid: uid, groups: []), output: output)
    }

    func send(_ line: String) {
      shop.dispatcher.beginTurn(id)
      Array(line.utf8).withUnsafeBytes { shop.dispatcher.received($0, on: id) }
      shop.dispatcher.endTurn(id)
    }

    /// Takes what is there, and what comes when there is room again.
    func readAll() throws -> [Int64] {
      var seqs: [Int64] = []
      while true {
        let lines = output.takeLines()
        if lines.isEmpty { return seqs }
        seqs += try lines.compactMap { try WireValue(text: $0)["params"]?["seq"]?.integer }
        shop.dispatcher.writable(id)
      }
    }
  }

  private func add(_ count: Int, _ admin: TestConnection) throws {
    for first in stride(from: 0, to: count, by: 100) {
      let rows = (first..<min(count, first + 100)).map { #"{"line":\#($0 + 1),"name":"n\#($0)"}"# }
      _ = try admin.result("contact.import", #"{"rows":[\#(rows.joined(separator: ","))]}"#)
    }
  }

  @Test func `a slow reader misses nothing and gets nothing twice`() throws {
    let (shop, admin) = try ExampleShop.open()
    let reader = Reader(9001, shop, capacityBytes: 3000)
    reader.send(Self.subscribe)
    try add(700, admin)
    #expect(reader.output.isFull)
    let seqs = try reader.readAll()
    #expect(seqs == Array(1...shop.store.headSeq))
    try add(1, admin)
    #expect(try reader.readAll() == [])
  }

  @Test func `readers that stopped reading cost their place in the ledger and nothing more`() throws
  {
    let (shop, admin) = try ExampleShop.open()
    let readers = (0..<100).map { Reader(9000 + $0, shop, capacityBytes: 1) }
    for reader in readers { reader.send(Self.subscribe) }
    let waiting = readers.map(\.output.pendingBytes)
    try add(300, admin)
    #expect(readers.map(\.output.pendingBytes) == waiting, "nothing is queued for a full output")
    for reader in readers { #expect(try reader.readAll() == Array(1...shop.store.headSeq)) }
  }

  @Test func `a cursor holds across a restart, nothing lost and nothing doubled`() throws {
    let (shop, admin) = try ExampleShop.open()
    let before = shop.connect(uid: 4003)
    let start = try before.result("events.subscribe")
    #expect(start["cursor"] == start["head"])
    before.send(#"{"jsonrpc":"2.0","id":5,"method":"contact.add","params":{"name":"a"}}"#)
    let lines = try before.lines().map { try WireValue(text: $0) }
    #expect(lines.first?["method"]?.text == "event", "the event comes before the reply")
    let cursor = try #require(lines.first?["params"]?["cursor"]?.text)
    _ = try admin.result("contact.add", #"{"name":"b"}"#)
    try shop.restart()
    let after = shop.connect(uid: 4003)
    after.send(
      #"{"jsonrpc":"2.0","id":1,"method":"events.subscribe","params":{"since":"\#(cursor)"}}"#)
    let missed = try after.lines().map { try WireValue(text: $0) }
    #expect(missed.compactMap { $0["params"]?["subject"]?.text } == ["c5"])
    let list = try after.result("contact.list", #"{"limit":1}"#)
    #expect(list["head"]?.text?.hasPrefix("\(shop.store.headSeq)@") == true)
  }

  @Test func `whoever waits for rare events is told where they stand`() throws {
    let (shop, admin) = try ExampleShop.open()
    let reader = shop.connect(uid: 4003)
    _ = try reader.result("events.subscribe", #"{"topics":["contact.edited"]}"#)
    try add(1100, admin)
    shop.settle()
    let lines = try reader.linesNow().map { try WireValue(text: $0) }
    #expect(lines.compactMap { $0["method"]?.text } == ["event.bookmark"])
    let cursor = try #require(lines.first?["params"]?["cursor"]?.text)
    let other = shop.connect(uid: 4003)
    #expect(
      try other.result("events.subscribe", #"{"since":"\#(cursor)"}"#)["cursor"]?.text == cursor)
  }

  @Test func `losing the role ends the stream, and the connection when nothing else is due`() throws
  {
    let (shop, admin) = try ExampleShop.open()
    let reader = shop.connect(uid: 4003)
    _ = try reader.result("events.subscribe")
    shop.dispatcher.inputEnded(reader.id)
    #expect(!reader.output.isClosed, "a stream goes on for a client that only listens")
    _ = try admin.result("staff.edit", #"{"user":"carol","remove":["service"]}"#)
    shop.settle()
    let lines = try reader.linesNow().map { try WireValue(text: $0) }
    #expect(lines.map { $0["method"]?.text } == ["event.ended"])
    #expect(reader.output.isClosed)
  }

  @Test func `a stopping daemon finishes what is in flight and closes`() throws {
    let (shop, admin) = try ExampleShop.open()
    let release = shop.holdWriter()
    admin.send(#"{"jsonrpc":"2.0","id":1,"method":"contact.add","params":{"name":"x"}}"#)
    shop.dispatcher.drain()
    #expect(!admin.output.isClosed)
    release()
    #expect(admin.lines().count == 1 && admin.output.isClosed)
  }
}
