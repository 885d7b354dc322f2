import ArgumentParser
import CallbookModel
import CallbookServer
import FoundationEssentials
import Systemd

/// The daemon's command line.
@main
struct Callbookd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "callbookd",
    abstract: "Owns a shop's register of contacts and answers on a Unix socket.",
    discussion: """
      What may be set is in docs/configuration.md. A flag comes before an environment variable \
      (CALLBOOK_CONNECTIONS), that before the drop-ins in FILE.d, and these before FILE.
      """,
    version: Version.text)

  @Option(
    help: ArgumentHelp(
      "The configuration, beside FILE.d/*.conf; by default \(ConfigurationSources.usualPath).",
      valueName: "file"))
  var config: String?

  @Option(help: "The directory that holds the store; made when it is missing.")
  var stateDirectory: String?

  @Option(help: "Where to listen. Under systemd the socket is inherited instead.")
  var socket: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Sets a key of the configuration; once for each.", valueName: "key=value"))
  var assignments: [String] = []

  @Flag(help: "Say everything that is wrong with the configuration, and end.")
  var checkConfig = false

  @Flag(help: "Show the configuration that holds, with where each key was set, and end.")
  var showConfig = false

  @Option(
    help: ArgumentHelp(
      "Puts a backup into the place of the store, with callbookd stopped, and ends.",
      valueName: "file"))
  var restore: String?

  mutating func run() async throws {
    let sources = ConfigurationSources(
      path: config, environment: ProcessInfo.processInfo.environment, flags: flags)
    let configuration: LoadedConfiguration
    do throws(ConfigurationErrors) {
      configuration = try sources.load()
    } catch {
      throw Failure.exit(error)
    }
    if showConfig { return print(configuration.text, terminator: "") }
    if checkConfig { return print("ok") }
    if let restore { return try Restoring.run(from: restore, configuration.settings) }
    try await serve(configuration, from: sources)
  }

  private func serve(
    _ configuration: LoadedConfiguration, from sources: ConfigurationSources
  ) async throws {
    do {
      // Before any thread starts: it changes the environment.
      let inherited = try InheritedSocket.takeAll()
      let log = try DaemonLog.open()
      defer { log.finish() }
      do {
        log.write(.starting)
        let daemon = try Daemon(configuration, from: sources, log: log)
        try await daemon.serve(on: try address(inherited, configuration.settings))
      } catch let error as CallbookError where log.isJournal {
        log.write(.startFailed(error))
        throw Failure.status(error)
      }
    } catch let error as CallbookError {
      throw Failure.exit(error)
    } catch let error as SystemError {
      throw Failure.exit(CallbookError(.socketUnusable, "\(error)"))
    }
  }
}

extension Callbookd {
  private var flags: [Assignment] {
    let named = [
      ("state_directory", "--state-directory", stateDirectory), ("socket", "--socket", socket),
    ]
    return assignments.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(parts[0])
      return Assignment(
        key: key, value: parts.count > 1 ? String(parts[1]) : "", source: .flag("--set"))
    }
      + named.compactMap { key, flag, value in
        value.map { Assignment(key: key, value: $0, source: .flag(flag)) }
      }
  }

  private func address(
    _ inherited: [InheritedSocket], _ settings: Settings
  ) throws(CallbookError) -> ListenAddress {
    switch (inherited.count, settings.socket) {
    case (1, _): return .descriptor(inherited[0].descriptor)
    case (0, ""):
      let directory = settings.stateDirectory
      throw CallbookError(
        .socketUnusable, "there is no socket to listen on",
        hint: "callbookd --state-directory \(directory) --socket \(directory)/callbook.sock")
    case (0, let path): return .path(path)
    default:
      throw CallbookError(
        .socketUnusable, "systemd passed \(inherited.count) sockets where one is needed",
        hint: "systemctl cat callbookd.socket")
    }
  }
}
