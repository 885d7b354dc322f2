// swift-tools-version:6.2
import PackageDescription

/// The toolchain's libFuzzer; only `make fuzz` names it, and then all modules are instrumented.
let fuzzer = Context.environment["CALLBOOK_FUZZER"]

/// What every Swift target is compiled with: see STYLE in docs/ARCHITECTURE.md.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
  ] + (fuzzer == nil ? [] : [.unsafeFlags(["-sanitize=fuzzer"])])

/// The products of other packages, by the name under which targets ask for them.
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let signals = Target.Dependency.product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// Under the fuzzer a library: only then can a program that is none of its tests link it.
func daemon(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  guard fuzzer == nil else {
    return .target(
      name: name, dependencies: dependencies, exclude: ["Callbookd.swift"], swiftSettings: settings)
  }
  return .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "callbook",
  products: [.executable(name: "callbook", targets: ["callbook"])]
    + (fuzzer == nil ? [.executable(name: "callbookd", targets: ["callbookd"])] : []),
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    daemon(
      "callbookd",
      [
        "CallbookModel", "CallbookProtocol", "CallbookStore", "CallbookRequests",
        "CallbookServer", "CallbookSchedule", "CallbookPhone", "CallbookJSON", "Systemd", arguments,
        logging, lifecycle,
        signals,
      ]),
    .executableTarget(
      name: "callbook",
      dependencies: [
        "CClock", "CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookClient",
        "CallbookFormats",
      ],
      swiftSettings: settings,
      // What a short run pays for its start is mostly the dynamic linker's work: the program stands
      // at a fixed address, shows no symbols, and brings the C++ library along (the Makefile puts it
      // where it is found first). A third of a run together.
      linkerSettings: [
        .unsafeFlags(
          [
            "-L", Context.packageDirectory + "/.build/static", "-Xclang-linker", "-no-pie",
            "-Xclang-linker", "-static-libgcc", "-Xlinker", "--no-export-dynamic",
          ], .when(configuration: .release))
      ]),

    module("CallbookModel"),
    module("CallbookJSON", ["CallbookModel"]),
    module("CallbookProtocol", ["CallbookModel", "CallbookJSON"]),
    module(
      "CallbookStore",
      ["CallbookModel", "CallbookJSON", "CCrypto", "CLogBuffer", "CSQLite", grdb, sqlite]),
    module(
      "CallbookRequests", ["CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookStore"]),
    module(
      "CallbookServer",
      ["CallbookModel", "CallbookProtocol", "Systemd", nioCore, nioPosix]),
    module("CallbookSchedule", ["CallbookModel", "CallbookStore", "Systemd"]),
    module("CallbookFormats", ["CallbookModel", "CallbookJSON"]),
    module("CallbookClient", ["CallbookModel", "CallbookJSON", "CallbookProtocol"]),
    module("CallbookPhone", ["CallbookModel", "CPhoneNumber"]),
    module("Systemd", ["CSystemd"]),
    module(
      "CallbookTesting",
      [
        "CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookStore", "CallbookRequests",
        "CallbookPhone",
      ]),
    module(
      "CallbookFuzzing",
      [
        "callbookd", "CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookFormats",
        "CallbookStore", "CallbookRequests", "CallbookPhone", "Systemd",
      ]),
    .target(name: "CClock"),
    .target(name: "CSystemd", dependencies: ["CLibsystemd"]),
    .systemLibrary(
      name: "CLibsystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
    .target(name: "CLogBuffer", dependencies: ["CSQLite"]),
    .target(name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // Faults that a disk has, for the tests: a file system for SQLite that fails when it is told to.
    .target(name: "CFaults", dependencies: ["CSQLite"], path: "Tests/Faults"),

    tests("ChecksTests", []),
    tests("CallbookModelTests", ["CallbookModel", "CallbookTesting"]),
    tests(
      "CallbookJSONTests",
      ["CallbookModel", "CallbookJSON", "CallbookFuzzing", "CallbookTesting"]),
    tests(
      "CallbookFormatsTests",
      ["CallbookModel", "CallbookJSON", "CallbookFormats", "CallbookTesting"],
      exclude: ["Samples", "read-calendar.py", "read-recurrence.py"]),
    tests(
      "CallbookProtocolTests",
      ["CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookTesting"]),
    tests(
      "CallbookStoreTests",
      [
        "CallbookModel", "CallbookJSON", "CallbookStore", "CallbookTesting", "CFaults", "CCrypto",
        "CSQLite", grdb, sqlite,
      ], exclude: ["Goldens"]),
    tests(
      "CallbookRequestsTests",
      [
        "CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookStore", "CallbookRequests",
        "CallbookPhone", "CallbookTesting",
      ],
      exclude: [
        "Conversations", "Discovery/Schema", "Goldens", "Manual/preface.md", "Metrics/parse.py",
      ]),
    tests(
      "CallbookClientTests",
      ["CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookClient", "CallbookTesting"]),
    tests(
      "CallbookPhoneTests", ["CallbookModel", "CallbookPhone", "CPhoneNumber", "CallbookTesting"]),
    tests(
      "CallbookServerTests",
      ["CallbookModel", "CallbookProtocol", "CallbookServer", "CallbookTesting", "Systemd"]),
    tests(
      "CallbookScheduleTests",
      ["CallbookModel", "CallbookSchedule", "CallbookStore", "CallbookTesting", "Systemd"]),
    tests("SystemdTests", ["CallbookTesting", "Systemd", "CSystemd"]),
    tests(
      "CallbookCommandTests",
      [
        "callbook", "CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookRequests",
        "CallbookClient", "CallbookFormats", "CallbookServer", "CallbookStore", "CallbookTesting",
      ], exclude: ["Goldens"]),
    tests(
      "FuzzingTests",
      [
        "callbookd", "CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookStore",
        "CallbookRequests", "CallbookFuzzing", "CallbookTesting",
      ],
      exclude: ["Corpora"]),
    tests(
      "CallbookdTests",
      [
        "callbookd", "CallbookModel", "CallbookProtocol", "CallbookRequests", "CallbookServer",
        "CallbookStore", "CallbookTesting", "Systemd",
      ], exclude: ["Configuration/preface.md", "Journal/monitoring.md"]),
    tests(
      "SimulationTests",
      [
        "CallbookModel", "CallbookSchedule", "CallbookStore", "CallbookTesting", "CFaults",
        "CSQLite",
      ]),
    tests("ServiceTests", ["callbookd", "callbook", "CallbookTesting"]),
    tests(
      "CrashTests",
      [
        "callbookd", "CallbookModel", "CallbookJSON", "CallbookStore", "CallbookTesting", "CCrypto",
        "CSQLite", grdb,
      ], exclude: ["PowerCut/recorder.c"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// The program exists only where the library that it runs on was named.
if let fuzzer {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer"),
    .executableTarget(
      name: "callbook-fuzz", dependencies: ["CallbookFuzzing", "CLibFuzzer"],
      swiftSettings: settings,
      linkerSettings: [.unsafeFlags([fuzzer]), .linkedLibrary("stdc++")]),
  ]
}
