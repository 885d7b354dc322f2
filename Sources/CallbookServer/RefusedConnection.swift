import NIOCore

/// A connection that is turned away: gets one line that says why, then the end.
final class RefusedConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let line: [UInt8]
  private let loop: ServerLoop
  private var peerEnded = false
  private var lingering: LingeringClose?

  init(line: [UInt8], loop: ServerLoop) {
    self.line = line
    self.loop = loop
  }

  func channelActive(context: ChannelHandlerContext) {
    loop.lingeringRefusals += 1
    let sent = context.eventLoop.makePromise(of: Void.self)
    sent.futureResult.assumeIsolated().whenSuccess { self.close(context) }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: line)), promise: sent)
  }

  private func close(_ context: ChannelHandlerContext) {
    let isCrowded = loop.lingeringRefusals > loop.limits.lingeringRefusals
    lingering = LingeringClose(
      context, peerEnded: peerEnded || isCrowded, milliseconds: loop.limits.lingerMilliseconds)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    // Thrown away: see LingeringClose.
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { peerEnded = true }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    loop.lingeringRefusals -= 1
    lingering?.cancel()
  }
}
