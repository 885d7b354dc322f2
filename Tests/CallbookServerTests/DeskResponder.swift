import CallbookProtocol

/// Says hello and echoes lines. `late X` is answered when the test releases it, `big N` with N
/// bytes, `stream N` with N lines as fast as the peer takes them, `bye` with the close.
final class DeskResponder: LineResponder {
  private struct Client {
    let output: any LineOutput
    var inFlight = 0
    var isEnding = false
    var streamLeft = 0
    var streamNext = 0
  }

  private let loop: Int
  private let desk: Desk
  private var clients: [ConnectionID: Client] = [:]
  private var isDraining = false
  private var turnBytes = 0

  init(loop: Int, desk: Desk) {
    self.loop = loop
    self.desk = desk
  }

  func opened(_ connection: ConnectionID, peer: Peer, output: any LineOutput) {
    desk.note { $0.peers.append(peer) }
    clients[connection] = Client(output: output)
    say("hello", to: connection)
  }

  func beginTurn(_ connection: ConnectionID) {
    turnBytes = 0
  }

  func received(_ line: UnsafeRawBufferPointer, on connection: ConnectionID) {
    turnBytes += line.count + 1
    let text = String(decoding: line, as: UTF8.self)
    answer(text.split(separator: " ").map(String.init), text, on: connection)
    let pending = clients[connection]?.output.pendingBytes ?? 0
    desk.note {
      $0.lines += 1
      $0.mostPendingBytes = max($0.mostPendingBytes, pending)
    }
  }

  private func answer(_ words: [String], _ text: String, on connection: ConnectionID) {
    let number = words.count == 2 ? Int(words[1]) ?? 0 : 0
    switch words.first {
    case "late":
      clients[connection]?.inFlight += 1
      desk.askLate(loop: loop, connection: connection, text: text)
    case "big": say(String(repeating: "x", count: number), to: connection)
    case "stream":
      clients[connection]?.streamLeft = number
      stream(to: connection)
    case "bye":
      say("bye", to: connection)
      clients[connection]?.output.closeAfterWriting()
      say("never sent", to: connection)
    default: say(text, to: connection)
    }
  }

  private func say(_ text: String, to connection: ConnectionID) {
    clients[connection]?.output.write(Array((text + "\n").utf8))
  }

  private func stream(to connection: ConnectionID) {
    while let client = clients[connection], client.streamLeft > 0, !client.output.isFull {
      say("\(client.streamNext)", to: connection)
      clients[connection]?.streamNext += 1
      clients[connection]?.streamLeft -= 1
    }
    closeIfDone(connection)
  }

  func receivedOverlongLine(bytes: Int, on connection: ConnectionID) {
    say("too long: \(bytes)", to: connection)
  }

  func endTurn(_ connection: ConnectionID) {
    let bytes = turnBytes
    desk.note {
      $0.turns += 1
      $0.longestTurnBytes = max($0.longestTurnBytes, bytes)
    }
    desk.endTurn()
  }

  func inputEnded(_ connection: ConnectionID) {
    clients[connection]?.isEnding = true
    closeIfDone(connection)
  }

  func writable(_ connection: ConnectionID) {
    stream(to: connection)
  }

  func closed(_ connection: ConnectionID) {
    clients[connection] = nil
  }

  func woken() {
    desk.note { $0.wakes += 1 }
    for (connection, text) in desk.takeReleased(loop: loop) {
      say(text, to: connection)
      clients[connection]?.inFlight -= 1
      closeIfDone(connection)
    }
  }

  func tick(monotonicMilliseconds: Int64) {}

  func drain() {
    desk.note { $0.drains += 1 }
    isDraining = true
    for connection in clients.keys { closeIfDone(connection) }
  }

  private func closeIfDone(_ connection: ConnectionID) {
    guard let client = clients[connection], client.isEnding || isDraining,
      client.inFlight == 0, client.streamLeft == 0
    else { return }
    client.output.closeAfterWriting()
  }
}
