/// What one target may import, beside the modules that every target may.
struct ModuleRule {
  let target: String
  let mayImport: Set<String>

  init(_ target: String, _ mayImport: Set<String> = []) {
    self.target = target
    self.mayImport = mayImport
  }

  /// Small, without ICU, and part of every toolchain.
  static let everybody: Set = ["Swift", "Glibc", "Synchronization", "FoundationEssentials"]

  /// From the bottom up: an arrow may only point at a target further up in this list.
  static let all: [ModuleRule] = [
    ModuleRule("CLibsystemd"),
    ModuleRule("CSystemd", ["CLibsystemd"]),
    ModuleRule("CCrypto"),
    ModuleRule("CSQLite"),
    ModuleRule("CLogBuffer", ["CSQLite"]),
    ModuleRule("CFaults", ["CSQLite"]),
    ModuleRule("CPhoneNumber"),
    ModuleRule("CClock"),
    ModuleRule("Systemd", ["CSystemd"]),
    ModuleRule("CallbookModel"),
    ModuleRule("CallbookJSON", ["CallbookModel"]),
    ModuleRule("CallbookFormats", ["CallbookModel", "CallbookJSON"]),
    ModuleRule("CallbookProtocol", ["CallbookModel", "CallbookJSON"]),
    ModuleRule(
      "CallbookStore",
      [
        "CallbookModel", "CallbookJSON", "CCrypto", "CLogBuffer", "CSQLite", "GRDB", "GRDBSQLite",
        "Dispatch",
      ]),
    ModuleRule(
      "CallbookRequests", ["CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookStore"]),
    ModuleRule("CallbookSchedule", ["CallbookModel", "CallbookStore", "Systemd"]),
    ModuleRule("CallbookClient", ["CallbookModel", "CallbookJSON", "CallbookProtocol"]),
    ModuleRule("CallbookPhone", ["CallbookModel", "CPhoneNumber"]),
    ModuleRule(
      "CallbookServer",
      ["CallbookModel", "CallbookProtocol", "Systemd", "Logging", "ServiceLifecycle"] + nio),
    ModuleRule(
      "CallbookTesting",
      [
        "CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookStore", "CallbookRequests",
        "CallbookServer", "CallbookClient", "CallbookPhone", "CallbookFormats", "Systemd",
        "Foundation", "Testing",
      ]),
    ModuleRule(
      "callbookd",
      [
        "CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookStore", "CallbookRequests",
        "CallbookServer", "CallbookPhone", "CallbookSchedule", "Systemd", "ArgumentParser",
        "Logging", "ServiceLifecycle", "UnixSignals",
      ]),
    ModuleRule("CLibFuzzer"),
    // Above the daemon: what reaches the journal is known by the daemon's own log only.
    ModuleRule(
      "CallbookFuzzing",
      [
        "CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookFormats", "CallbookStore",
        "CallbookRequests", "CallbookPhone", "Systemd", "callbookd",
      ]),
    ModuleRule("callbook-fuzz", ["CallbookFuzzing", "CLibFuzzer"]),
    ModuleRule(
      "callbook",
      [
        "CClock", "CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookClient",
        "CallbookFormats",
      ]),
    ModuleRule(
      "callbook-courier",
      ["CallbookModel", "CallbookProtocol", "CallbookClient", "Systemd", "ArgumentParser"]),
  ]

  private static let nio: Set = [
    "NIO", "NIOCore", "NIOPosix", "NIOEmbedded", "NIOConcurrencyHelpers",
  ]

  static func of(_ target: String) -> ModuleRule? { all.first { $0.target == target } }

  func allows(_ module: String) -> Bool {
    Self.everybody.contains(module) || mayImport.contains(module)
  }

  /// Why a module is kept from everybody whom the list does not name.
  static func reason(against module: String) -> String {
    if nio.contains(module) { return "bytes and event loops belong to CallbookServer alone" }
    return reasons[module]
      ?? "the table of modules in docs/ARCHITECTURE.md draws no such arrow; arrows point down"
  }

  private static let reasons = [
    "GRDB": "no SQL crosses the border of CallbookStore",
    "GRDBSQLite": "no SQL crosses the border of CallbookStore",
    "SQLite3": "no SQL crosses the border of CallbookStore",
    "CCrypto": "digests are the ledger's business, and the ledger is CallbookStore's",
    "CPhoneNumber": "CallbookPhone wraps it",
    "CallbookPhone": "libphonenumber costs 15 ms and 18 MB at start: only callbookd links it, "
      + "everybody else is handed a PhoneNumberParser",
    "CSystemd": "Systemd wraps it",
    "CLibsystemd": "Systemd wraps it",
    "Foundation": "it brings ICU into a command that starts in 4 ms: use FoundationEssentials",
    "ArgumentParser": "command lines are read in the executables; requests arrive as values",
    "Logging": "library code does not log: it throws, and its caller decides",
    "ServiceLifecycle": "starting and stopping is wired in callbookd",
    "Dispatch": "no task and no queue that nobody owns",
    "CallbookTesting": "it is for tests",
    "Testing": "it is for tests",
    "XCTest": "tests are written with Swift Testing",
    "CallbookServer": "requests, store and command work without a socket",
    "CallbookFormats": "the command reads and writes files; the daemon sees rows",
    "CallbookRequests": "handlers are callbookd's: the command knows requests by a description",
    "CallbookStore": "only handlers and the scheduler work on transactions",
    "Systemd": "only what listens, waits or reports talks to systemd",
  ]
}

private func + (left: Set<String>, right: Set<String>) -> Set<String> { left.union(right) }
