import CallbookTesting
import Glibc

/// A bound Unix socket that plays the other side of a test.
final class UnixSocket: Sendable {
  let descriptor: CInt

  init(_ type: __socket_type, boundTo path: String) throws {
    descriptor = socket(AF_UNIX, CInt(type.rawValue), 0)
    try Self.check("socket", descriptor)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try Self.check("bind", result)
  }

  deinit { close(descriptor) }

  func startListening() throws {
    try Self.check("listen", listen(descriptor, 8))
  }

  func acceptOne() throws -> CInt {
    try waitForInput()
    let connection = accept(descriptor, nil, nil)
    try Self.check("accept", connection)
    return connection
  }

  func receive() throws -> String {
    try waitForInput()
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    try Self.check("recv", CInt(count))
    return String(decoding: buffer.prefix(count), as: UTF8.self)
  }

  /// So that a test whose other side failed ends with an error instead of never.
  private func waitForInput() throws {
    var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    try Self.check("poll", poll(&poller, 1, 30_000) - 1)
  }

  private static func check(_ call: String, _ result: CInt) throws {
    if result < 0 { throw Failure(call: call, code: errno) }
  }

  struct Failure: Error {
    let call: String
    let code: CInt
  }
}
