import Glibc
import Testing

/// A client of blocking system calls. Every wait ends after ten seconds, so that a fault fails.
final class BlockingClient {
  struct Failure: Error {
    let call: String
    let number: CInt
  }

  let descriptor: CInt
  private var buffer: [UInt8] = []
  /// How much of the buffer holds no line feed.
  private var searched = 0

  init(_ path: String) throws {
    descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    try Self.check("connect", withUnixAddress(path) { connect(descriptor, $0, $1) })
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    try Self.check("limit", setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size))
    try Self.check("limit", setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size))
  }

  deinit {
    Glibc.close(descriptor)
  }

  private static func check(_ call: String, _ result: CInt) throws {
    guard result == 0 else { throw Failure(call: call, number: errno) }
  }

  func send(_ text: String) throws {
    try send(Array(text.utf8))
  }

  func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { bytes in
        Glibc.send(descriptor, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL))
      }
      guard sent > 0 else { throw Failure(call: "send", number: errno) }
      rest = rest.dropFirst(sent)
    }
  }

  /// The next line without its line feed; nil at a clean end of file.
  func line() throws -> String? {
    while true {
      if let feed = endOfLine() {
        defer {
          buffer.removeSubrange(...feed)
          searched = 0
        }
        return String(decoding: buffer[..<feed], as: UTF8.self)
      }
      searched = buffer.count
      guard try receive() else {
        #expect(buffer.isEmpty, "a part of a line before the end of file")
        return nil
      }
    }
  }

  /// By memchr, because the megabytes of some tests take seconds otherwise.
  private func endOfLine() -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress,
        let feed = memchr(start + searched, 0x0A, bytes.count - searched)
      else { return nil }
      return UnsafeRawPointer(feed) - start
    }
  }

  func lines(_ count: Int) throws -> [String?] {
    try (0..<count).map { _ in try line() }
  }

  func linesToTheEnd() throws -> [String] {
    var lines: [String] = []
    while let line = try line() { lines.append(line) }
    return lines
  }

  private func receive() throws -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &chunk, chunk.count, 0)
    guard count >= 0 else { throw Failure(call: "recv", number: errno) }
    buffer.append(contentsOf: chunk[..<count])
    return count > 0
  }

  func endInput() throws {
    try Self.check("shutdown", shutdown(descriptor, CInt(SHUT_WR)))
  }

  /// Whether the server closed its end altogether, waited for.
  func hangsUp() -> Bool {
    var waiting = pollfd(fd: descriptor, events: 0, revents: 0)
    return poll(&waiting, 1, 10_000) == 1 && waiting.revents & Int16(POLLHUP) != 0
  }
}

/// Calls bind(2) or connect(2) for the path.
func withUnixAddress(
  _ path: String, _ call: (UnsafePointer<sockaddr>, socklen_t) -> CInt
) -> CInt {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
  return withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      call($0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
}
