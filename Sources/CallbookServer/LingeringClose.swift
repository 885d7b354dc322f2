import NIOCore

/// Closes a connection so that the peer gets all that was sent and then a clean end of file: the
/// output ends, input is still read and thrown away until the peer closes too or time is up.
struct LingeringClose {
  private let timeout: Scheduled<Void>?

  /// Call when everything is sent.
  init(_ context: ChannelHandlerContext, peerEnded: Bool, milliseconds: Int64) {
    guard !peerEnded else {
      timeout = nil
      context.close(promise: nil)
      return
    }
    let channel = context.channel
    timeout = context.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) {
      channel.close(promise: nil)
    }
    context.close(mode: .output, promise: nil)
  }

  func cancel() {
    timeout?.cancel()
  }
}
