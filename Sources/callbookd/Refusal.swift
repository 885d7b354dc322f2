import CallbookJSON
import CallbookModel
import CallbookProtocol
import CallbookRequests
import CallbookServer

/// What a connection is told that is turned away before anybody looks who it is.
enum Refusal {
  static func line(_ reason: RefusalReason) -> [UInt8] {
    var json = JSONWriter(reserving: 256)
    ReplyWriter.error(error(reason), to: nil, into: &json)
    return json.bytes
  }

  private static func error(_ reason: RefusalReason) -> CallbookError {
    switch reason {
    case .connectionsFull(let limit):
      CallbookError(
        .tooManyConnections, "all \(limit) connections are taken; try again shortly",
        hint: "callbook system status")
    case .userFull(let limit):
      CallbookError(
        .tooManyConnections, "you have \(limit) connections already; close one first",
        hint: "ss -xp | grep callbook")
    case .draining:
      .draining
    }
  }
}

/// Stands in where a loop could not open its read connection: it tells everybody why.
final class RefusingResponder: LineResponder {
  private let error: CallbookError

  init(_ error: CallbookError) {
    self.error = error
  }

  func opened(_ connection: ConnectionID, peer: Peer, output: any LineOutput) {
    var json = JSONWriter(reserving: 256)
    ReplyWriter.error(error, to: nil, into: &json)
    output.write(json.bytes)
    output.closeAfterWriting()
  }

  func beginTurn(_ connection: ConnectionID) {}
  func received(_ line: UnsafeRawBufferPointer, on connection: ConnectionID) {}
  func receivedOverlongLine(bytes: Int, on connection: ConnectionID) {}
  func endTurn(_ connection: ConnectionID) {}
  func inputEnded(_ connection: ConnectionID) {}
  func writable(_ connection: ConnectionID) {}
  func closed(_ connection: ConnectionID) {}
  func woken() {}
  func tick(monotonicMilliseconds: Int64) {}
  func drain() {}
}
