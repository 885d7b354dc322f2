import NIOCore
import NIOPosix
import Synchronization

extension Server {
  func makeLoops(of group: MultiThreadedEventLoopGroup) async throws -> [NIOLoopBound<ServerLoop>] {
    var loops: [NIOLoopBound<ServerLoop>] = []
    for (index, eventLoop) in group.makeIterator().enumerated() {
      let loop = eventLoop.submit { [self] in
        let loop = ServerLoop(
          index: index, eventLoop: eventLoop, configuration: configuration, census: census,
          observer: observer, makeResponder: makeResponder)
        loop.startTicking()
        return NIOLoopBound(loop, eventLoop: eventLoop)
      }
      try await loops.append(loop.get())
    }
    return loops
  }

  func bootstrap(_ group: MultiThreadedEventLoopGroup, _ loops: [NIOLoopBound<ServerLoop>])
    -> ServerBootstrap
  {
    let limits = configuration.limits
    let observer = observer
    let loopOf = Dictionary(
      uniqueKeysWithValues: loops.map { (ObjectIdentifier($0.eventLoop), $0) })
    return ServerBootstrap(group: group)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            AcceptFailures(observer: observer, limits: limits))
        }
      }
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try loopOf[ObjectIdentifier(channel.eventLoop)]?.value.welcome(channel)
        }
      }
      // A client may shut its sending side down and still read, as `printf … | nc -N` does.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      // One read a turn, so that a peer which never pauses shares the loop.
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(
        .recvAllocator,
        value: AdaptiveRecvByteBufferAllocator(
          minimum: min(4_096, limits.readBytes), initial: min(8_192, limits.readBytes),
          maximum: limits.readBytes)
      )
      .childChannelOption(
        .writeBufferWaterMark,
        value: .init(low: limits.outputLowBytes, high: limits.outputHighBytes))
  }

  func onEachLoop(_ body: @escaping @Sendable (ServerLoop) -> Void) async {
    let loops = running.withLock { $0?.loops } ?? []
    for loop in loops {
      await Self.end(of: loop.eventLoop.submit { body(loop.value) })
    }
  }

  /// Waits for something of which it does not matter how it ends: what is closed is closed.
  static func end(of future: EventLoopFuture<Void>) async {
    await withCheckedContinuation { continuation in
      future.whenComplete { _ in continuation.resume() }
    }
  }

  static func stop(_ group: MultiThreadedEventLoopGroup) async {
    await withCheckedContinuation { continuation in
      group.shutdownGracefully { _ in continuation.resume() }
    }
  }
}
