import Testing

struct ManifestTests {
  private static let manifest = Manifest(
    """
    import PackageDescription
    let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
    let lifecycle = Target.Dependency.product(
      name: "ServiceLifecycle", package: "swift-service-lifecycle")
    func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
      .target(name: name, dependencies: dependencies, swiftSettings: settings)
    }
    let package = Package(
      name: "callbook", products: [.executable(name: "callbookd", targets: ["callbookd"])],
      targets: [
        .executableTarget(
          name: "callbookd", dependencies: ["Model", lifecycle], swiftSettings: settings),
        module("Model"),
        module("Store", ["Model", grdb]),
        .target(name: "CPhone", linkerSettings: [.linkedLibrary("phonenumber")]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .testTarget(name: "ChecksTests", swiftSettings: settings),
        tests("StoreTests", ["Store"], resources: [.copy("Goldens")]),
        tests("GoldenTests", resources: [.copy("Goldens")]),
      ])
    """)

  @Test func `every target is read with what it depends on`() {
    let read = Self.manifest.targets.map { "\($0.name): \($0.dependencies.joined(separator: " "))" }
    #expect(
      read == [
        "callbookd: Model ServiceLifecycle", "Model: ", "Store: Model GRDB", "CPhone: ",
        "CCrypto: ", "ChecksTests: ", "StoreTests: Store", "GoldenTests: ",
      ])
  }

  @Test func `tests are told from products`() {
    let tests = Self.manifest.targets.filter(\.isTest).map(\.name)
    #expect(tests == ["ChecksTests", "StoreTests", "GoldenTests"])
  }
}
