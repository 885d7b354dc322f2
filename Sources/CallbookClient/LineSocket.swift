import CallbookModel
import Glibc

/// A connected stream socket, written in whole lines and read line by line.
final class LineSocket {
  private let descriptor: Int32
  private var received: [UInt8] = []
  /// Where the next line begins, and how far it has been searched for its line feed.
  private var start = 0
  private var searched = 0

  private static let chunkBytes = 65_536

  /// - Throws: `NO_SOCKET`, `NOT_RUNNING`, `SOCKET_FORBIDDEN`.
  init(path: String) throws(CallbookError) {
    let made = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard made >= 0 else { throw .unreachable(errno, path) }
    descriptor = made
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path), !bytes.isEmpty else {
      throw .unreachable(ENAMETOOLONG, path)
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(made, $0, size) }
    }
    guard status == 0 else { throw .unreachable(errno, path) }
  }

  deinit {
    close(descriptor)
  }

  func send(_ bytes: [UInt8]) throws(CallbookError) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        Glibc.send(
          descriptor, raw.baseAddress?.advanced(by: sent), raw.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .connectionLost }
      sent += count
    }
  }

  /// Hands over the next line, without its line feed.
  ///
  /// - Throws: `CONNECTION_LOST` at the end, `NO_ANSWER` when nothing comes within the time,
  ///   `LINE_TOO_LONG` when no line ends within `bytes`.
  func nextLine<Value>(
    within milliseconds: Int, atMost bytes: Int = .max,
    _ body: (UnsafeRawBufferPointer) throws(CallbookError) -> Value
  ) throws(CallbookError) -> Value {
    while true {
      if let end = received[searched...].firstIndex(of: 0x0A) {
        let range = start..<end
        start = end + 1
        searched = start
        let result = received.withUnsafeBytes { bytes in
          Result { () throws(CallbookError) in
            try body(UnsafeRawBufferPointer(rebasing: bytes[range]))
          }
        }
        return try result.get()
      }
      searched = received.count
      guard searched - start < bytes else {
        throw CallbookError(.lineTooLong, "a line is longer than \(bytes) bytes")
      }
      try receive(within: milliseconds)
    }
  }

  private func receive(within milliseconds: Int) throws(CallbookError) {
    if start > 0 {
      received.removeFirst(start)
      searched -= start
      start = 0
    }
    let filled = received.count
    received.append(contentsOf: repeatElement(0, count: Self.chunkBytes))
    while true {
      let count = received.withUnsafeMutableBytes { bytes in
        recv(
          descriptor, bytes.baseAddress?.advanced(by: filled), Self.chunkBytes,
          Int32(MSG_DONTWAIT))
      }
      let code = errno
      if count > 0 {
        received.removeLast(Self.chunkBytes - count)
        return
      }
      if count < 0, code == EAGAIN || code == EINTR {
        guard waitForInput(milliseconds) else {
          received.removeLast(Self.chunkBytes)
          throw CallbookError(
            .noAnswer, "the daemon did not answer within \(milliseconds / 1000) s",
            hint: "callbook system status")
        }
        continue
      }
      received.removeLast(Self.chunkBytes)
      throw .connectionLost
    }
  }

  private func waitForInput(_ milliseconds: Int) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let count = poll(&watched, 1, milliseconds < 0 ? -1 : Int32(clamping: milliseconds))
      if count < 0, errno == EINTR { continue }
      return count > 0
    }
  }
}
