import CallbookModel
import CallbookServer
import CallbookTesting
import Synchronization

/// A server on a path of its own whose responders sit at one desk, and whose clock the test turns.
final class TestServer: Sendable {
  let directory: TestDirectory
  let path: String
  let desk = Desk()
  let log = EventLog()
  let server: Server
  private let clock = Clock()

  /// Milliseconds that only the test moves.
  private final class Clock: Sendable {
    let now = Atomic<Int64>(0)
  }

  init(
    _ change: (inout ServerConfiguration) -> Void = { _ in }, in directory: TestDirectory? = nil
  ) throws {
    self.directory = try directory ?? TestDirectory()
    path = self.directory.file("s")
    var configuration = ServerConfiguration(
      refusal: { Array("refused: \($0)\n".utf8) },
      monotonicMilliseconds: { [clock] in clock.now.load(ordering: .relaxed) })
    configuration.loops = 2
    configuration.tickMilliseconds = nil
    change(&configuration)
    server = Server(
      configuration: configuration,
      makeResponder: { [desk] loop, wake in
        desk.join(loop: loop, wake: wake)
        return DeskResponder(loop: loop, desk: desk)
      }, observer: log)
  }

  /// Starts a server for the test and closes it whatever happens.
  static func run(
    _ change: (inout ServerConfiguration) -> Void = { _ in },
    _ body: (TestServer) async throws -> Void
  ) async throws {
    let server = try TestServer(change)
    try await server.start()
    do {
      try await body(server)
    } catch {
      await server.server.close()
      throw error
    }
    await server.server.close()
  }

  func start(group: UInt32? = nil) async throws(CallbookError) {
    try await server.start(listening: .path(path, group: group))
  }

  func tick(at milliseconds: Int64) async {
    clock.now.store(milliseconds, ordering: .relaxed)
    await server.tick()
  }

  /// Lets the loops handle what has reached the sockets by now.
  func settle() async {
    for _ in 0..<20 { await server.probe() }
  }

  /// Whether the responders have been told. Suspends meanwhile, because the drain that another task
  /// has begun needs a thread, and clients that block may hold all others.
  func isDraining() async -> Bool {
    for _ in 0..<100_000 where desk.seen.drains < 2 { await server.probe() }
    return desk.seen.drains == 2
  }

  /// A client that has read its greeting.
  func client() throws -> BlockingClient {
    let client = try BlockingClient(path)
    let greeting = try client.line()
    guard greeting == "hello" else { throw Refused(line: greeting) }
    return client
  }

  struct Refused: Error {
    let line: String?
  }
}
