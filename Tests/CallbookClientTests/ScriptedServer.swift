import CallbookTesting
import Glibc
import Synchronization

/// A daemon that does what a test wrote down: for each connection in turn what it says at once, and
/// what it answers to each line. Behind the last answer the connection is closed.
final class ScriptedServer: Sendable {
  struct Script: Sendable {
    var greeting: String?
    var answers: [@Sendable (String) -> String] = []
    /// Lines that are read and never answered.
    var swallowed = 0
  }

  static let hello =
    #"{"jsonrpc":"2.0","method":"server.hello","params":{"service":"callbook","version":"9.9","#
    + #""protocol":{"min":1,"max":1},"instance":"i","state":"ready","#
    + #""you":{"user":"li.na","roles":["agent"]}}}"#

  var path: String { directory.socket }
  private let directory: TestDirectory
  private let work: Work
  private let thread: pthread_t

  init(_ scripts: [Script]) throws {
    directory = try TestDirectory()
    let path = directory.socket
    let listener = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
    }
    guard status == 0, listen(listener, 8) == 0 else { throw Failure(number: errno) }
    let work = Work(listener, scripts)
    self.work = work
    // A thread of its own: the tests' own threads are blocked by the clients under test.
    var made: pthread_t = 0
    let failure = pthread_create(
      &made, nil,
      { raw in
        if let raw { Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().run() }
        return nil
      }, Unmanaged.passRetained(work).toOpaque())
    guard failure == 0 else { throw Failure(number: failure) }
    thread = made
  }

  /// The lines that came in, once every script has run.
  func finished() -> [String] {
    pthread_join(thread, nil)
    return work.lines.withLock { $0 }
  }

  private static func serve(_ descriptor: CInt, _ script: Script, _ work: Work) {
    defer { close(descriptor) }
    if let greeting = script.greeting { put(greeting, descriptor) }
    for answer in script.answers {
      guard let line = line(descriptor) else { return }
      work.lines.withLock { $0.append(line) }
      put(answer(line), descriptor)
    }
    for _ in 0..<script.swallowed {
      guard let line = line(descriptor) else { return }
      work.lines.withLock { $0.append(line) }
    }
  }

  private static func put(_ text: String, _ descriptor: CInt) {
    let bytes = Array((text + "\n").utf8)
    _ = send(descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL))
  }

  private static func line(_ descriptor: CInt) -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while recv(descriptor, &byte, 1, 0) == 1 {
      if byte == 0x0A { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    return nil
  }

  private final class Work: Sendable {
    let lines = Mutex<[String]>([])
    private let listener: CInt
    private let scripts: [Script]

    init(_ listener: CInt, _ scripts: [Script]) {
      self.listener = listener
      self.scripts = scripts
    }

    func run() {
      for script in scripts { ScriptedServer.serve(accept(listener, nil, nil), script, self) }
      close(listener)
    }
  }

  struct Failure: Error {
    let number: CInt
  }
}
