import Testing

/// Arrows between modules point down only, and nowhere that the table does not name.
struct ModuleArrowTests {
  @Test func `every target imports only what its row allows`() {
    let sources = SourceTree.swift.filter { !$0.isTest }
    #expect(!sources.isEmpty)
    Finding.report(sources.flatMap(Self.forbiddenImports))
  }

  @Test func `tests are written with Swift Testing`() {
    for source in SourceTree.swift where source.isTest {
      for used in source.imports where used.module == "XCTest" {
        Finding.report([Self.finding(in: source, used)])
      }
    }
  }

  @Test func `every module that a file imports is a declared dependency of its target`() {
    let toolchain = ModuleRule.everybody.union(["Dispatch", "Foundation", "Testing"])
    for source in SourceTree.swift {
      let declared = SourceTree.manifest.target(source.target)?.dependencies ?? []
      for used in source.imports where !toolchain.contains(used.module) {
        if declared.contains(used.module) { continue }
        let message = "import \(used.module): Package.swift does not declare it for this target"
        Finding.report([Finding(source.path, line: used.line, message)])
      }
    }
  }

  @Test func `the manifest declares only arrows that the table allows`() {
    let targets = SourceTree.manifest.targets.filter { !$0.isTest }
    #expect(!targets.isEmpty)
    for target in targets {
      guard let rule = ModuleRule.of(target.name) else {
        Finding.report([Finding("Package.swift", "\(target.name) has no row in ModuleRule.all")])
        continue
      }
      for dependency in target.dependencies where !rule.allows(dependency) {
        let why = ModuleRule.reason(against: dependency)
        let message = "\(target.name) may not depend on \(dependency): \(why)"
        Finding.report([Finding("Package.swift", message)])
      }
    }
  }

  @Test func `the table's own arrows point down`() {
    var below: Set<String> = []
    let targets = Set(ModuleRule.all.map(\.target))
    for rule in ModuleRule.all {
      #expect(rule.mayImport.intersection(targets).isSubset(of: below), "\(rule.target)")
      below.insert(rule.target)
    }
  }

  private static func forbiddenImports(in source: SwiftSource) -> [Finding] {
    guard let rule = ModuleRule.of(source.target) else {
      return [Finding(source.path, "\(source.target) has no row in ModuleRule.all")]
    }
    return source.imports.filter { !rule.allows($0.module) }.map { finding(in: source, $0) }
  }

  private static func finding(
    in source: SwiftSource, _ used: (module: String, line: Int)
  ) -> Finding {
    let why = ModuleRule.reason(against: used.module)
    return Finding(source.path, line: used.line, "import \(used.module): \(why)")
  }
}
