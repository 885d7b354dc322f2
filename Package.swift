// swift-tools-version:6.2
import PackageDescription

/// What every Swift target is compiled with: see STYLE in docs/ARCHITECTURE.md.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// The products of other packages, by the name under which targets ask for them.
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

let package = Package(
  name: "callbook",
  products: [
    .executable(name: "callbookd", targets: ["callbookd"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    // Pinned: commands are derived from requests through its extension points.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .executableTarget(
      name: "callbookd",
      dependencies: [
        "CallbookModel", "CallbookProtocol", "CallbookStore", "CallbookRequests",
        "CallbookServer", "CallbookPhone", "CallbookJSON", "Systemd", arguments, logging, lifecycle,
        signals,
      ],
      swiftSettings: settings),
    module("CallbookModel"),
    module("CallbookJSON", ["CallbookModel"]),
    module("CallbookProtocol", ["CallbookModel", "CallbookJSON"]),
    module("CallbookStore", ["CallbookModel", "CallbookJSON", "CCrypto", "CSQLite", grdb, sqlite]),
    module(
      "CallbookRequests", ["CallbookModel", "CallbookJSON", "CallbookProtocol", "CallbookStore"]),
    module(
      "CallbookServer",
      ["CallbookModel", "CallbookProtocol", "Systemd", nioCore, nioPosix]),
    module("CallbookFormats", ["CallbookModel"]),
    module("CallbookPhone", ["CallbookModel", "CPhoneNumber"]),
    module("Systemd", ["CSystemd"]),
    .target(name: "CSystemd", dependencies: ["CLibsystemd"]),
    .systemLibrary(
      name: "CLibsystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
    .target(name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
