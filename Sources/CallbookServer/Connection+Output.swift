import CallbookProtocol
import NIOCore

extension Connection: LineOutput {
  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { write($0) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) {
    guard context != nil, case .no = closing else { return }
    if output.unsent == nil {
      output.unsent = loop.lendBuffer()
      flushLater()
    }
    output.unsent?.writeBytes(bytes)
  }

  var pendingBytes: Int {
    (output.unsent?.readableBytes ?? 0) + (output.isDrained ? 0 : bufferedBytes)
  }

  var isFull: Bool { pendingBytes > limits.outputHighBytes }

  func closeAfterWriting() {
    guard context != nil, case .no = closing else { return }
    closing = .afterWriting
    ignoreInput()
    flushLater()
  }

  /// What the channel holds because the socket did not take it.
  private var bufferedBytes: Int {
    guard let options = context?.channel.syncOptions else { return 0 }
    // Fails only when the channel is closed, and then nothing waits.
    return (try? options.getOption(.bufferedWritableBytes)) ?? 0
  }

  private func flushLater() {
    guard !output.isScheduled else { return }
    output.isScheduled = true
    loop.flushLater(self)
  }

  /// Sends what the turn has gathered.
  func flush() {
    output.isScheduled = false
    guard let context else { return }
    let bytes = output.unsent.take() ?? ByteBuffer()
    output.sentBytes += UInt64(bytes.readableBytes)
    context.writeAndFlush(wrapOutboundOut(bytes), promise: promiseOfEnd(context))
    let buffered = bufferedBytes
    output.isDrained = buffered == 0
    // Only now is the memory free again.
    if buffered == 0 { loop.takeBack(bytes) }
  }

  private func promiseOfEnd(_ context: ChannelHandlerContext) -> EventLoopPromise<Void>? {
    guard case .afterWriting = closing else { return nil }
    let promise = context.eventLoop.makePromise(of: Void.self)
    promise.futureResult.assumeIsolated().whenSuccess { self.finish() }
    return promise
  }

  /// Everything was sent: now the end.
  private func finish() {
    guard let context, case .afterWriting = closing else { return }
    answered()
    var peerEnded = false
    if case .ignored(peerEnded: true) = input { peerEnded = true }
    lingering = LingeringClose(
      context, peerEnded: peerEnded, milliseconds: limits.lingerMilliseconds)
  }

  func closeIfStalled(now: Int64) {
    let buffered = bufferedBytes
    output.isDrained = buffered == 0
    let stalled = stallClock.look(
      pendingBytes: buffered, takenBytes: output.sentBytes - UInt64(buffered), now: now)
    guard stalled >= limits.stallMilliseconds else { return }
    loop.observer.observe(.stalled(id, uid: peer.uid, pendingBytes: buffered))
    abort(.stalled)
  }
}
