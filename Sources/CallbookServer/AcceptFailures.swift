import NIOCore

/// Reports what keeps the listener from accepting, and pauses it.
///
/// SwiftNIO's own `AcceptBackoffHandler` delays only the next read that is asked for, while the
/// listener stays registered for the one that failed: with a peer waiting, each round of the loop
/// tries in vain again. So reading is switched off, and this handler keeps the error to itself.
final class AcceptFailures: ChannelInboundHandler {
  typealias InboundIn = any Channel

  private let observer: any ServerObserver
  private let pause: TimeAmount

  init(observer: any ServerObserver, limits: ServerLimits) {
    self.observer = observer
    pause = .milliseconds(limits.acceptRetryMilliseconds)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? IOError else { return context.fireErrorCaught(error) }
    observer.observe(.acceptFailed(errno: error.errnoCode))
    // Switching fails only when the listener is closed, and then there is nothing to switch.
    let channel = context.channel
    channel.setOption(.autoRead, value: false).whenSuccess { [pause] in
      channel.eventLoop.scheduleTask(in: pause) {
        channel.setOption(.autoRead, value: true)
      }
    }
  }
}
