import Testing

/// A file is read in one go, a function on one screen.
struct SizeTests {
  @Test(arguments: ["Sources/", "Tests/"])
  func `files keep to their sizes`(folder: String) {
    let rule = SizeRule.files
    let files = Self.written(in: folder)
    #expect(!files.isEmpty)
    for file in files where file.lineCount > rule.longest {
      let message = "\(file.lineCount) lines; a file has at most \(rule.longest)"
      Finding.report([Finding(file.path, message)])
    }
    for complaint in rule.complaints(about: files.map(\.lineCount), what: "all files") {
      Finding.report([Finding(folder, complaint)])
    }
  }

  @Test(arguments: ["Sources/", "Tests/"])
  func `functions keep to their sizes`(folder: String) {
    let rule = SizeRule.functions
    var sizes: [Int] = []
    for file in Self.written(in: folder) {
      for function in FunctionSpan.all(in: file.tokens) {
        if !function.isProperty { sizes.append(function.lineCount) }
        guard function.lineCount > rule.longest else { continue }
        let message =
          "\(function.name) has \(function.lineCount) lines; a function has at most \(rule.longest)"
        Finding.report([Finding(file.path, line: function.line, message)])
      }
    }
    for complaint in rule.complaints(about: sizes, what: "all functions") {
      Finding.report([Finding(folder, complaint)])
    }
  }

  private static func written(in folder: String) -> [SwiftSource] {
    SourceTree.swift.filter { $0.path.hasPrefix(folder) && !$0.isGenerated }
  }
}
