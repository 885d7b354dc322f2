import Testing

struct ForbiddenCallSelfTests {
  private static func found(_ text: String, in target: String = "CallbookModel") -> [String] {
    let source = SwiftSource(path: "Sources/\(target)/Sample.swift", text: text)
    return ForbiddenCall.all.filter { !$0.findings(in: source).isEmpty }.map(\.code)
  }

  @Test func `every rule finds what it forbids`() {
    for rule in ForbiddenCall.all {
      #expect(Self.found("x = a\n" + rule.code + ")").contains(rule.code), "\(rule.code)")
    }
  }

  @Test(arguments: [
    "// Date()", "/* try! */", "\"fatalError(\"", "func `Date() is refused`() {}",
    "output.print(1)", "func sleep() {}", "TestDate()", "Date(milliseconds: 1)", "a as? B",
    "UInt8.random(in: 0...9, using: &generator)", "do {} catch { throw error }",
    "withTaskGroup { group in }", "let owner: Task<Void, Never>",
  ])
  func `what only looks alike is left alone`(text: String) {
    #expect(Self.found("x = a\n" + text) == [])
  }

  @Test(arguments: [
    ("let now = Date ( )", "Date()"), ("Foundation.Date()", "Date()"),
    ("\"\\(UUID())\"", "UUID()"), ("do {} catch { /* nothing */ }", "catch {}"),
    ("Glibc.sleep(1)", "sleep("), ("Bool.random()", ".random("),
  ])
  func `what only looks different is found`(text: String, code: String) {
    #expect(Self.found("x = a\n" + text) == [code])
  }

  @Test func `a comment excuses a swallowed error, and only there`() {
    #expect(Self.found("x\n// The file may be gone.\ntry? remove()") == [])
    #expect(Self.found("x\ntry? remove()  // The file may be gone.") == [])
    #expect(Self.found("// The file may be gone.\n\ntry? remove()") == ["try?"])
  }

  @Test func `places have their own rules`() {
    #expect(Self.found("x\nprint(getenv(\"A\"))", in: "callbook") == [])
    #expect(Self.found("x\nprint(getenv(\"A\"))", in: "Systemd") == ["print("])
    #expect(Self.found("x: @unchecked Sendable", in: "Systemd") == [])
    #expect(Self.found("x\nfatalError()", in: "CallbookTesting") == [])
  }
}
