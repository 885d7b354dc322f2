import Testing

struct RuleTests {
  @Test func `a percentile is the nearest rank`() {
    #expect(SizeRule.percentile(50, of: [3, 1, 2]) == 2)
    #expect(SizeRule.percentile(95, of: Array(1...100)) == 95)
    #expect(SizeRule.percentile(95, of: [7]) == 7)
    #expect(SizeRule.percentile(95, of: []) == 0)
  }

  @Test func `sizes taken together are complained about`() {
    let rule = SizeRule(longest: 9, percentile95: 5, median: 2)
    #expect(rule.complaints(about: [1, 2, 5], what: "all files") == [])
    #expect(
      rule.complaints(about: [1, 3, 6], what: "all files") == [
        "the 95th percentile of all files is 6 lines; the limit is 5",
        "the median of all files is 3 lines; the limit is 2",
      ])
  }

  @Test(arguments: ["/ho" + "me/li/shop", "see `/ro" + "ot/x`", "A=/op" + "t/swift/usr"])
  func `a machine's path is recognised`(line: String) {
    #expect(MachinePath.first(in: line[...]) != nil)
  }

  @Test(arguments: ["https://example.com/home/", "$HOME/.local", "/tmp/callbook-XXXXXX", "/home"])
  func `other paths are left alone`(line: String) {
    #expect(MachinePath.first(in: line[...]) == nil)
  }

  @Test func `a module without a row is kept out with a reason`() {
    #expect(ModuleRule.of("CallbookModel")?.allows("GRDB") == false)
    #expect(ModuleRule.reason(against: "GRDB") == "no SQL crosses the border of CallbookStore")
    #expect(ModuleRule.reason(against: "Elsewhere").contains("docs/ARCHITECTURE.md"))
  }
}
