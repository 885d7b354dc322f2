import NIOCore

/// Reports what keeps the listener from accepting. That it waits before the next try is SwiftNIO's
/// `AcceptBackoffHandler`, which every `ServerBootstrap` installs behind this one.
final class AcceptFailures: ChannelInboundHandler {
  typealias InboundIn = any Channel

  private let observer: any ServerObserver

  init(observer: any ServerObserver) {
    self.observer = observer
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let error = error as? IOError {
      observer.observe(.acceptFailed(errno: error.errnoCode))
    }
    context.fireErrorCaught(error)
  }
}
