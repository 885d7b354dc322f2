package import Glibc
import Testing

/// A client of blocking system calls; nil and false mean that the daemon is gone.
package final class Client {
  private let descriptor: CInt
  private var buffer: [UInt8] = []
  /// The first line: who one is, or why there is no room.
  package private(set) var greeting = ""

  /// Connects and takes the greeting.
  package convenience init?(_ path: String) {
    let made = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    guard withUnixAddress(path, { connect(made, $0, $1) }) == 0 else {
      close(made)
      return nil
    }
    self.init(connected: made)
  }

  /// Takes the greeting from a connection that stands, and owns the descriptor from here on.
  package init?(connected descriptor: CInt) {
    self.descriptor = descriptor
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    guard let first = line() else { return nil }
    greeting = first
  }

  deinit {
    close(descriptor)
  }

  package func send(_ line: String) -> Bool { send(bytes: (line + "\n").utf8) }

  /// Sends them as they are, without a line feed.
  package func send(bytes: some Sequence<UInt8>) -> Bool {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// Ends what is sent; what comes can still be read.
  package func endInput() { shutdown(descriptor, CInt(SHUT_WR)) }

  /// Waits, without reading, until the daemon has closed the connection.
  package func isClosed(withinMilliseconds limit: CInt) -> Bool {
    var waiting = pollfd(fd: descriptor, events: 0, revents: 0)
    return poll(&waiting, 1, limit) == 1
  }

  /// The next line; nil at the end.
  package func line() -> String? {
    while true {
      let feed = buffer.withUnsafeBytes { bytes in
        bytes.baseAddress.flatMap { base in
          memchr(base, 0x0A, bytes.count).map { UnsafeRawPointer($0) - base }
        }
      }
      if let end = feed {
        defer { buffer.removeSubrange(...end) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = recv(descriptor, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      buffer += chunk[..<count]
    }
  }

  package func ask(_ method: String, _ params: String = "{}") -> String? {
    send(#"{"jsonrpc":"2.0","id":0,"method":"\#(method)","params":\#(params)}"#) ? line() : nil
  }

  package static func add(_ key: String) -> String {
    #"{"jsonrpc":"2.0","id":"\#(key)","method":"contact.add","params":{"name":"\#(key)"},"#
      + #""ctx":{"idempotency_key":"\#(key)"}}"#
  }
}

/// The bytes between two others, or nil. By memcmp, because a test reads many thousand replies.
package func between(_ start: String, _ end: String, in text: String) -> String? {
  let bytes = Array(text.utf8)
  guard let from = find(start, in: bytes, from: 0).map({ $0 + start.utf8.count }),
    let to = find(end, in: bytes, from: from)
  else { return nil }
  return String(decoding: bytes[from..<to], as: UTF8.self)
}

private func find(_ needle: String, in bytes: [UInt8], from start: Int) -> Int? {
  let count = needle.utf8.count
  return bytes.withUnsafeBytes { bytes in
    guard let base = bytes.baseAddress, bytes.count >= start + count else { return nil }
    var place = start
    while place <= bytes.count - count {
      if memcmp(base + place, needle, count) == 0 { return place }
      place += 1
    }
    return nil
  }
}

/// Calls bind(2) or connect(2) for the path.
package func withUnixAddress(
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
