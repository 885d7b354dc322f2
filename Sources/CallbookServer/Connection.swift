import CallbookProtocol
import Glibc
import NIOCore

/// One connection: cuts what it reads into lines for the responder, gathers the replies, and holds
/// back reading while the peer does not take them. Confined to its event loop.
final class Connection: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  let id: ConnectionID
  let peer: Peer
  let loop: ServerLoop
  /// What was said to this peer when it came: a reload changes them for those who come later.
  let limits: ServerLimits
  private var framer: LineFramer

  /// Set while the channel is active.
  private(set) var context: ChannelHandlerContext?
  /// Whether the responder and the observer know of this connection.
  private var isIntroduced = false
  private(set) var input = Input.open
  /// Whether input is left for later because too much output waits.
  private var isHeldBack = false
  /// What was read but not yet handed on when input was held back: at most the rest of one read, or
  /// of what the socket held when the peer ended its side.
  private var held = ByteBuffer()
  private var hasHeldRead = false

  var output = OutputBuffer()
  var closing = Closing.no
  var stallClock = StallClock()
  var lingering: LingeringClose?
  private var cause = CloseCause.peer

  enum Input {
    case open
    /// The peer sent everything; the responder knows, or will once the held lines are handed on.
    case ended
    /// Whatever comes is thrown away, because the connection or the server closes.
    case ignored(peerEnded: Bool)
  }

  enum Closing {
    case no
    /// As soon as the output is sent.
    case afterWriting
    /// Everything is sent, or lost.
    case answered
  }

  init(id: ConnectionID, peer: Peer, loop: ServerLoop) {
    self.id = id
    self.peer = peer
    self.loop = loop
    limits = loop.limits
    framer = LineFramer(maximumLineBytes: loop.limits.lineBytes)
  }

  // MARK: Events of the channel

  func channelActive(context: ChannelHandlerContext) {
    self.context = context
    loop.add(self)
    guard !loop.isDraining else { return turnAway() }
    isIntroduced = true
    loop.observer.observe(.opened(id, uid: peer.uid))
    loop.turn { loop.responder.opened(id, peer: peer, output: self) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    self.context = nil
    held = ByteBuffer()
    lingering?.cancel()
    loop.remove(self)
    loop.census.answered(id)
    guard isIntroduced else { return }
    loop.turn { loop.responder.closed(id) }
    loop.observer.observe(.closed(id, cause))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // Only input and output errors of the socket come here: the peer is gone.
    context.close(promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .open = input else { return }
    var chunk = unwrapInboundIn(data)
    guard !isHeldBack else {
      held.writeBuffer(&chunk)
      return
    }
    loop.turn { handOn(&chunk) }
    if isHeldBack { held = chunk }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case ChannelEvent.inputClosed = event else { return }
    switch input {
    case .open:
      input = .ended
      if !isHeldBack { loop.turn { loop.responder.inputEnded(id) } }
    case .ended: break
    case .ignored: input = .ignored(peerEnded: true)
    }
  }

  func read(context: ChannelHandlerContext) {
    if isHeldBack { hasHeldRead = true } else { context.read() }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    guard context.channel.isWritable else { return }
    // Not at once: this comes from within a flush, and a responder that refills the output from
    // here could keep the loop to itself for as long as the peer reads.
    context.eventLoop.assumeIsolated().execute { self.resume() }
  }

  // MARK: Lines

  /// Hands the lines of a chunk to the responder, one turn for all; stops where output piles up.
  private func handOn(_ chunk: inout ByteBuffer) {
    loop.responder.beginTurn(id)
    chunk.readWithUnsafeReadableBytes { bytes in
      var rest = bytes
      while !rest.isEmpty, canHandOn() {
        let end = endOfLine(in: rest)
        frame(UnsafeRawBufferPointer(rebasing: rest[..<end]))
        rest = UnsafeRawBufferPointer(rebasing: rest[end...])
      }
      return bytes.count - rest.count
    }
    loop.responder.endTurn(id)
  }

  private func frame(_ piece: UnsafeRawBufferPointer) {
    framer.push(
      piece,
      line: { loop.responder.received($0, on: id) },
      tooLong: { loop.responder.receivedOverlongLine(bytes: $0, on: id) })
  }

  /// Behind the first line feed, or the end.
  private func endOfLine(in bytes: UnsafeRawBufferPointer) -> Int {
    guard let start = bytes.baseAddress, let feed = memchr(start, 0x0A, bytes.count) else {
      return bytes.count
    }
    return UnsafeRawPointer(feed) - start + 1
  }

  private func canHandOn() -> Bool {
    if case .ignored = input { return false }
    isHeldBack = pendingBytes > limits.outputBytes
    return !isHeldBack
  }

  /// The peer took most of the output: streams go on, and lines that were held back.
  private func resume() {
    guard context != nil else { return }
    loop.turn {
      loop.responder.writable(id)
      guard isHeldBack else { return }
      isHeldBack = false
      if held.readableBytes > 0 { handOn(&held) }
      guard !isHeldBack else { return }
      held = ByteBuffer()
      if case .ended = input { loop.responder.inputEnded(id) }
    }
    readAgain()
  }

  private func readAgain() {
    guard !isHeldBack, hasHeldRead, let context else { return }
    hasHeldRead = false
    context.read()
  }

  // MARK: Ends

  /// Throws away all further input, but keeps reading it, so that a peer which is stuck in sending
  /// comes to reading its replies.
  func ignoreInput() {
    switch input {
    case .open: input = .ignored(peerEnded: false)
    case .ended: input = .ignored(peerEnded: true)
    case .ignored: return
    }
    held = ByteBuffer()
    isHeldBack = false
    readAgain()
  }

  /// Closes at once; what was not sent is lost.
  func abort(_ cause: CloseCause) {
    self.cause = cause
    context?.close(promise: nil)
  }

  func answered() {
    closing = .answered
    cause = .responder
    loop.census.answered(id)
  }

  /// It was admitted just before the responder was told that no more would come.
  private func turnAway() {
    loop.observer.observe(.refused(.draining, uid: peer.uid))
    loop.turn {
      write(loop.configuration.refusal(.draining))
      closeAfterWriting()
    }
  }
}
