import ArgumentParser
import CallbookModel
import CallbookServer
import Systemd

/// The daemon's command line.
@main
struct Callbookd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "callbookd",
    abstract: "Owns a shop's register of contacts and answers on a Unix socket.",
    version: Version.text)

  @Option(help: "The directory that holds the store; made when it is missing.")
  var stateDirectory: String

  @Option(help: "Where to listen. Under systemd the socket is inherited instead.")
  var socket: String?

  mutating func run() async throws {
    do {
      // Before any thread starts: it changes the environment.
      let inherited = try InheritedSocket.takeAll()
      let daemon = try Daemon(stateDirectory: stateDirectory)
      try await daemon.serve(on: try address(inherited))
    } catch let error as CallbookError {
      throw Failure.exit(error)
    } catch let error as SystemError {
      throw Failure.exit(CallbookError(.socketUnusable, "\(error)"))
    }
  }
}

extension Callbookd {
  private func address(_ inherited: [InheritedSocket]) throws(CallbookError) -> ListenAddress {
    switch (inherited.count, socket) {
    case (1, _): return .descriptor(inherited[0].descriptor)
    case (0, let path?): return .path(path)
    case (0, nil):
      throw CallbookError(
        .socketUnusable, "there is no socket to listen on",
        hint:
          "callbookd --state-directory \(stateDirectory) --socket \(stateDirectory)/callbook.sock")
    default:
      throw CallbookError(
        .socketUnusable, "systemd passed \(inherited.count) sockets where one is needed",
        hint: "systemctl cat callbookd.socket")
    }
  }
}
