package import CallbookModel
package import CallbookProtocol
import NIOCore
import NIOPosix
import Synchronization

/// Listens on a Unix socket and has every line answered by the responder of the line's event loop.
///
/// `start`, then in this order and as far as wanted `stopAccepting`, `drain`, `close`. Whoever started
/// it must close it, even if `drain` was given up.
package final class Server: Sendable {
  struct Running {
    let group: MultiThreadedEventLoopGroup
    let loops: [NIOLoopBound<ServerLoop>]
    /// Nil once it accepts no more.
    var listening: Listening?
  }

  struct Listening {
    let channel: any Channel
    let socket: ListeningSocket
  }

  let configuration: ServerConfiguration
  let makeResponder: LineResponderFactory
  let observer: any ServerObserver
  let census: Census
  let running = Mutex<Running?>(nil)

  package init(
    configuration: ServerConfiguration, makeResponder: @escaping LineResponderFactory,
    observer: any ServerObserver
  ) {
    self.configuration = configuration
    self.makeResponder = makeResponder
    self.observer = observer
    census = Census(limits: configuration.limits)
  }

  /// Returns when clients can connect.
  ///
  /// Throws `socketInUse` when another process serves the path, else `socketUnusable`.
  package func start(listening address: ListenAddress) async throws(CallbookError) {
    let socket = try ListeningSocket.open(address)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: configuration.loops)
    do {
      let loops = try await makeLoops(of: group)
      let listener = try await bootstrap(group, loops).withBoundSocket(socket.descriptor).get()
      running.withLock {
        $0 = Running(
          group: group, loops: loops, listening: Listening(channel: listener, socket: socket))
      }
    } catch {
      socket.removePath()
      await Self.stop(group)
      throw CallbookError(.socketUnusable, "the socket cannot be listened on: \(error)")
    }
  }

  /// Ends listening. Connections stay; those that the kernel has queued are lost unless somebody else
  /// keeps the socket, as systemd does.
  package func stopAccepting() async {
    guard let listening = running.withLock({ $0?.listening.take() }) else { return }
    // Before the listener closes, and once: an open socket keeps its inode, so that until then no
    // other file can be taken for ours.
    listening.socket.removePath()
    await Self.end(of: listening.channel.close())
  }

  /// Asks the responders to finish what is in flight, and waits until everything is sent, but not
  /// longer than `limit`. No line that arrives after the call is read.
  ///
  /// - Returns: Whether all connections were answered in full.
  package func drain(within limit: Duration) async -> Bool {
    guard let running = running.withLock({ $0 }) else { return true }
    census.admitNobody()
    await onEachLoop { $0.drain() }
    let eventLoop = running.group.next()
    let finished = eventLoop.makePromise(of: Bool.self)
    census.wait(with: finished)
    let timeout = eventLoop.scheduleTask(in: TimeAmount(limit)) { [census] in census.giveUp() }
    defer { timeout.cancel() }
    return await withCheckedContinuation { continuation in
      finished.futureResult.whenComplete { result in
        // It cannot fail: `Census` only ever succeeds it.
        continuation.resume(returning: (try? result.get()) ?? false)
      }
    }
  }

  /// Closes everything at once and releases the responders. Replies that were not sent are lost.
  package func close() async {
    await stopAccepting()
    census.admitNobody()
    await onEachLoop { $0.close() }
    census.giveUp()
    guard let running = running.withLock({ $0.take() }) else { return }
    await Self.stop(running.group)
  }

  /// Has whoever connects from now on held to these limits; connections keep those they came with.
  /// What the sockets themselves are set to, `readBytes` and `streamBytes`, and the listener's
  /// `acceptRetryMilliseconds` stay as they were.
  package func use(_ limits: ServerLimits) async {
    census.use(limits)
    await onEachLoop { $0.limits = limits }
  }

  /// Ticks every loop once, for an owner whose configuration says so.
  package func tick() async {
    await onEachLoop { $0.tick() }
  }

  /// Returns when every event loop has come round.
  package func probe() async {
    await onEachLoop { _ in }
  }

  package var loopCount: Int { configuration.loops }

  /// Has the event loop of this number, from 0, call `answered` as soon as it comes round; returns at
  /// once. For a watchdog, which must not wait for what it watches.
  package func probe(_ loop: Int, answered: @escaping @Sendable () -> Void) {
    let loops = running.withLock { $0?.loops } ?? []
    guard loops.indices.contains(loop) else { return }
    loops[loop].eventLoop.execute(answered)
  }
}
