import Testing

@testable import CallbookStore

@Suite struct SearchOrderTests {
  @Test func `a whole name comes before its start, the start before its inside`() {
    let index = SearchExample.index(SearchExample.persons("张小明", "小明明", "小明"))
    #expect(index.ids("小明") == [3, 2, 1])
    #expect(index.search("小明", limit: 3).map(\.rank) == [.wholeName, .nameStart, .insideName])
  }

  @Test func `names come before initials, initials before pinyin, all before companies`() {
    let index = SearchExample.index([
      SearchExample.person(1, "赵六", at: "李明便利店"), SearchExample.person(2, "赵七", at: "大李明店"),
      SearchExample.person(3, "大李明"), SearchExample.person(4, "梁美美"), SearchExample.person(5, "梁美"),
      SearchExample.person(6, "Elmer"), SearchExample.person(7, "Lm Smith"),
      SearchExample.person(8, "LM"),
    ])
    #expect(index.ids("lm") == [8, 7, 6, 5, 4, 3, 1, 2])
    #expect(
      index.search("lm", limit: 9).map(\.rank) == [
        .wholeName, .nameStart, .insideName, .wholeInitials, .initialsStart, .insidePinyin,
        .companyStart, .insideCompany,
      ])
    #expect(
      index.search("liming", limit: 9).map(\.rank) == [
        .insidePinyin, .companyStart, .insideCompany,
      ])
  }

  @Test func `shorter names come first, then lower ids`() {
    let index = SearchExample.index(SearchExample.persons("王小明", "王明", "王小明", "王五"))
    #expect(index.ids("王") == [2, 4, 1, 3])
    #expect(index.ids("wang") == [2, 4, 1, 3])
  }

  @Test func `a name that begins with all words comes first`() {
    let index = SearchExample.index(
      SearchExample.persons("小明 王", "张王小明", "王小明", "García José", "José García"))
    #expect(index.ids("王 小明").first == 3)
    #expect(index.ids("wang xiaoming").first == 3)
    #expect(index.ids("jose garcia") == [5, 4])
  }

  @Test func `each contact is found once, by its best match`() {
    let index = SearchExample.index([
      SearchExample.person(1, "王王王", at: "王王店"), SearchExample.person(2, "单单", at: "单单店"),
    ])
    #expect(index.ids("王") == [1])
    #expect(index.ids("w") == [1])
    #expect(index.ids("单") == [2])
    #expect(index.ids("王 店") == [1])
    #expect(index.ids("店 单") == [2])
  }

  @Test func `how segments lie does not change the order`() {
    let entries = (0..<300).map { number in
      SearchExample.person(Int64(number), ["王明", "王小明", "小王", "Wang", "文武"][number % 5], at: "王店")
    }
    let whole = SearchExample.index(entries)
    let parts = NameIndex()
    for entry in entries.reversed() { parts.insert([entry]) }
    for text in ["王", "w", "wang", "wm", "王店", "王 店", "ang"] {
      #expect(whole.search(text, limit: 40) == parts.search(text, limit: 40))
    }
  }
}
