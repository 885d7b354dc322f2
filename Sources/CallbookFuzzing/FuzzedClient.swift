import CallbookProtocol
import CallbookRequests

/// A connection to a ``FuzzedShop``: sends bytes as they would arrive, and keeps what comes back.
final class FuzzedClient {
  /// How many lines were handed to the dispatcher.
  private(set) var lines = 0
  /// All that was sent.
  private(set) var asked: [UInt8] = []
  private let shop: FuzzedShop
  private let connection: ConnectionID
  private let output = KeptOutput()
  private var framer = LineFramer(maximumLineBytes: ProtocolLimits().lineBytes)
  private var found: [[UInt8]] = []

  /// - Parameter user: 0 root, 1 the admin, 2 and 3 those of the counter, 4 a stranger; the others are
  ///   the admin again, who may do most.
  init(_ shop: FuzzedShop, user: Int) {
    self.shop = shop
    connection = shop.nextConnection()
    let uid: UInt32 = [0, 4001, 4002, 4003, 65_534][user < 5 ? user : 1]
    shop.dispatcher.opened(
      connection, peer: Peer(pid: 100, uid: uid, gid: uid, groups: []), output: output)
    _ = output.takeLines()
  }

  func push(_ bytes: some Collection<UInt8>) {
    guard !output.isClosed else { return }
    asked += bytes
    shop.dispatcher.beginTurn(connection)
    Array(bytes).withUnsafeBytes { bytes in
      framer.push(
        bytes,
        line: { line in
          lines += 1
          shop.dispatcher.received(line, on: connection)
        },
        tooLong: { bytes in
          lines += 1
          shop.dispatcher.receivedOverlongLine(bytes: bytes, on: connection)
        })
    }
    shop.dispatcher.endTurn(connection)
  }

  /// Waits until every line has its answer; notifications, which have no id, are none.
  func answers() throws -> [[UInt8]] {
    try shop.wakes.wait(
      until: {
        shop.dispatcher.woken()
        found += output.takeLines().filter { $0.starts(with: #"{"jsonrpc":"2.0","id":"#.utf8) }
        return found.count >= lines
      }, "\(lines) lines have no more than \(found.count) answers")
    return found
  }

  func disconnect() { shop.dispatcher.closed(connection) }
}

/// What is written to a connection.
private final class KeptOutput: LineOutput {
  private var bytes: [UInt8] = []
  private(set) var isClosed = false

  func write(_ bytes: [UInt8]) { if !isClosed { self.bytes += bytes } }
  func write(_ bytes: UnsafeRawBufferPointer) { if !isClosed { self.bytes += bytes } }
  var pendingBytes: Int { bytes.count }
  var isFull: Bool { false }
  func closeAfterWriting() { isClosed = true }

  func takeLines() -> [[UInt8]] {
    defer { bytes = [] }
    return bytes.split(separator: 0x0A).map(Array.init)
  }
}
