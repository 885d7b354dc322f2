import CallbookProtocol
import NIOCore
import Systemd

/// What belongs to one event loop: its responder, its connections, and what they wrote but did not
/// send yet. Confined to that loop; other threads hold it in a `NIOLoopBound`.
final class ServerLoop {
  let eventLoop: any EventLoop
  let configuration: ServerConfiguration
  let observer: any ServerObserver
  let census: Census
  /// For connections that come; each keeps those that it came with.
  var limits: ServerLimits
  let responder: any LineResponder
  var lingeringRefusals = 0

  private let signal: WakeSignal
  private var connections: [ConnectionID: Connection] = [:]
  private var unflushed: [Connection] = []
  private var isInTurn = false
  private(set) var isDraining = false
  /// Memory for replies, lent to the connection that writes: an idle connection holds none.
  private var spareBuffer = ByteBuffer()
  private var ticking: RepeatedTask?

  /// On the loop itself, because that is where the responder is made.
  init(
    index: Int, eventLoop: any EventLoop, configuration: ServerConfiguration, census: Census,
    observer: any ServerObserver, makeResponder: LineResponderFactory
  ) {
    let signal = WakeSignal(eventLoop: eventLoop)
    self.eventLoop = eventLoop
    self.configuration = configuration
    limits = configuration.limits
    self.census = census
    self.observer = observer
    self.signal = signal
    responder = makeResponder(index) { signal.fire() }
    signal.connect(to: self)
  }

  // MARK: Turns

  /// Every call of the responder goes through here: what it writes to any connection is gathered, and
  /// sent with one system call a connection when the outermost call returns.
  func turn(_ body: () -> Void) {
    guard !isInTurn else { return body() }
    isInTurn = true
    body()
    // By index: sending finds closed peers, whose end may make the responder write to others.
    var next = 0
    while next < unflushed.count {
      unflushed[next].flush()
      next += 1
    }
    unflushed.removeAll(keepingCapacity: true)
    isInTurn = false
  }

  func flushLater(_ connection: Connection) {
    unflushed.append(connection)
  }

  func lendBuffer() -> ByteBuffer {
    defer { spareBuffer = ByteBuffer() }
    return spareBuffer
  }

  func takeBack(_ buffer: ByteBuffer) {
    // A buffer that one huge reply has blown up is not kept.
    guard buffer.capacity <= 4 * limits.readBytes else { return }
    spareBuffer = buffer
    spareBuffer.clear()
  }

  func woken() {
    turn { responder.woken() }
  }

  // MARK: Connections

  /// Finds out who connected and puts the handler for them into the channel's pipeline.
  func welcome(_ channel: any Channel) throws {
    let peer: Peer
    do {
      peer = try Self.peer(of: channel)
    } catch {
      observer.observe(.peerUnidentified)
      throw error
    }
    let pipeline = channel.pipeline.syncOperations
    switch admit(peer.uid) {
    case .refused(let reason):
      observer.observe(.refused(reason, uid: peer.uid))
      try pipeline.addHandler(
        RefusedConnection(line: configuration.refusal(reason), loop: self))
    case .admitted(let id):
      let census = census
      channel.closeFuture.whenComplete { _ in census.left(id, uid: peer.uid) }
      try pipeline.addHandler(Connection(id: id, peer: peer, loop: self))
    }
  }

  private func admit(_ uid: UInt32) -> Admission.Decision {
    let decision = census.admit(uid: uid, isReserved: false)
    guard case .refused(.connectionsFull) = decision, configuration.isReserved(uid) else {
      return decision
    }
    return census.admit(uid: uid, isReserved: true)
  }

  private static func peer(of channel: any Channel) throws -> Peer {
    let credentials = try channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(
      of: CInt.self
    ) { descriptor in
      try PeerCredentials.read(fromSocket: descriptor)
    }
    guard let credentials else { throw ChannelError.operationUnsupported }
    return Peer(
      pid: credentials.pid, uid: credentials.uid, gid: credentials.gid,
      groups: credentials.groups)
  }

  func add(_ connection: Connection) {
    connections[connection.id] = connection
  }

  func remove(_ connection: Connection) {
    connections[connection.id] = nil
  }

  // MARK: Life

  func startTicking() {
    guard let milliseconds = configuration.tickMilliseconds else { return }
    let interval = TimeAmount.milliseconds(milliseconds)
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    ticking = eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in
      bound.value.tick()
    }
  }

  func tick() {
    let now = configuration.monotonicMilliseconds()
    turn {
      for connection in Array(connections.values) { connection.closeIfStalled(now: now) }
      responder.tick(monotonicMilliseconds: now)
    }
  }

  func drain() {
    isDraining = true
    turn {
      for connection in Array(connections.values) { connection.ignoreInput() }
      responder.drain()
    }
  }

  /// Closes all connections without waiting, and lets go of everything.
  func close() {
    ticking?.cancel()
    turn {
      for connection in Array(connections.values) { connection.abort(.server) }
    }
    signal.close()
  }
}
