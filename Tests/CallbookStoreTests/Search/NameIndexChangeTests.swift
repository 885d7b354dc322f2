import Testing

@testable import CallbookStore

@Suite struct NameIndexChangeTests {
  @Test func `an insert replaces what was known of the contact`() {
    let index = SearchExample.index(SearchExample.persons("王小明", "李四"))
    index.insert([SearchExample.person(1, "Anna")])
    #expect(index.ids("王").isEmpty)
    #expect(index.ids("anna") == [1])
    #expect(index.count == 2)
  }

  @Test func `of entries with one id the last counts`() {
    let index = SearchExample.index([SearchExample.person(1, "王"), SearchExample.person(1, "李")])
    #expect(index.ids("王").isEmpty)
    #expect(index.ids("李") == [1])
    #expect(index.count == 1)
  }

  @Test func `removed contacts are not found and may come back`() {
    let index = SearchExample.index(SearchExample.persons("王小明", "王五"))
    index.remove([1, 99])
    #expect(index.ids("王") == [2])
    index.insert([SearchExample.person(1, "王小明")])
    #expect(index.ids("王") == [2, 1])
  }

  @Test func `negative and far apart ids are found`() {
    let ids = [Int64.min, -5, 0, 7, Int64.max]
    let index = SearchExample.index(ids.map { SearchExample.person($0, "王") })
    #expect(index.ids("王") == ids)
    index.remove([Int64.min, Int64.max])
    #expect(index.ids("王") == [-5, 0, 7])
  }

  @Test func `many small changes keep the segments few and the dead few`() {
    let index = NameIndex()
    for round in 0..<4 {
      for id in Int64(1)...500 { index.insert([SearchExample.person(id, "王\(round)")]) }
    }
    #expect(index.count == 500)
    #expect(index.ids("王3", limit: 600).count == 500)
    #expect(index.ids("王2").isEmpty)
    #expect(index.segments.count < 40)
    index.remove(Array(1...500))
    #expect(index.count == 0)
    #expect(index.segments.count == 0)
  }

  @Test func `a segment that is full begins another`() {
    let limit = Int64(SearchSegment.rowLimit)
    let index = SearchExample.index((1...limit + 5).map { SearchExample.person($0, "王") })
    #expect(index.count == Int(limit) + 5)
    #expect(index.search("王", limit: 1, after: index.search("王", limit: 1)[0])[0].id == 2)
    index.remove(Array(1...limit))
    #expect(index.ids("王") == Array(limit + 1...limit + 5))
  }

  @Test func `a fill says nothing of contacts that changed meanwhile`() {
    let index = NameIndex()
    index.insert([SearchExample.person(1, "New")])
    index.remove([2])
    index.insert([SearchExample.person(3, "Gone")])
    index.remove([3])
    index.fill(SearchExample.persons("Old", "Old", "Old", "Old"))
    #expect(index.ids("old") == [4])
    #expect(index.ids("new") == [1])
    #expect(!index.isFilled)
    index.fill(SearchExample.persons("Older", "Older", "Older", "Older"))
    #expect(index.ids("older").isEmpty)
    index.finishFilling()
    #expect(index.isFilled)
    #expect(index.count == 2)
  }

  @Test func `changes after a fill win over it`() {
    let index = NameIndex()
    index.fill(SearchExample.persons("Old", "Old"))
    index.insert([SearchExample.person(1, "New")])
    index.remove([2])
    #expect(index.ids("old").isEmpty)
    #expect(index.ids("new") == [1])
  }

  @Test func `searches and changes of several threads do not disturb each other`() async {
    let index = NameIndex()
    let failures = await withTaskGroup(of: Int.self) { group in
      for writer in Int64(0)..<3 { group.addTask { Self.write(1_000 * writer, to: index) } }
      group.addTask {
        for start in stride(from: Int64(0), to: 3_000, by: 100) {
          index.fill((start..<start + 100).map { SearchExample.person($0, "旧") })
        }
        return 0
      }
      for _ in 0..<2 {
        group.addTask {
          (0..<100).count { _ in
            let hits = index.search("王", limit: 20)
            return hits != hits.sorted()
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(failures == 0)
    #expect(index.ids("王", limit: 1_000).count == 300)
    #expect(index.ids("旧", limit: 5_000).count == 3_000 - 450)
  }

  /// Adds 150 contacts, erases every third, and counts those that were not found at once.
  private static func write(_ first: Int64, to index: NameIndex) -> Int {
    (first..<first + 150).count { id in
      index.insert([SearchExample.person(id, "王\(id)号")])
      let isFound = index.ids("王\(id)号") == [id]
      if (id - first).isMultiple(of: 3) { index.erase([id]) }
      return !isFound
    }
  }
}
