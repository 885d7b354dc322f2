import Testing

@testable import CallbookStore

@Suite struct NameIndexErasureTests {
  @Test func `no trace of an erased name is left, former ones included`() {
    let index = NameIndex()
    let others = (Int64(10)..<200).map { SearchExample.person($0, "王小明") }
    index.insert(others + [SearchExample.person(1, "饕餮", at: "魑魅店")])
    #expect(index.count == 191)
    index.insert([SearchExample.person(1, "魍魉", at: "qwxzjk")])
    #expect(index.holds("饕餮") && index.holds("魑魅") && index.holds("魍魉"))
    index.erase([1])
    for name in ["饕餮", "魑魅", "魍魉"] { #expect(!index.holds(name), "\(name)") }
    #expect(index.ids("qwxzjk").isEmpty)
    #expect(index.count == 190)
    #expect(index.ids("王", limit: 500).count == 190)
  }

  @Test func `a removed name is gone after its erasure`() {
    let index = SearchExample.index(SearchExample.persons("饕餮", "王五", "王六", "王七", "王八"))
    index.remove([1])
    #expect(index.holds("饕餮"))
    index.erase([1])
    #expect(!index.holds("饕餮"))
    #expect(index.count == 4)
  }

  @Test func `a fill does not bring an erased contact back`() {
    let index = NameIndex()
    index.erase([1])
    let others = (Int64(2)...100).map { SearchExample.person($0, "王五") }
    index.fill([SearchExample.person(1, "饕餮")] + others)
    #expect(index.ids("饕餮").isEmpty)
    #expect(!index.holds("饕餮"))
    #expect(index.count == 99)
  }
}
