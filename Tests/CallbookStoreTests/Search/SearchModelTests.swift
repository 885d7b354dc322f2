import CallbookModel
import Testing

@testable import CallbookStore

/// Random names and queries against a search that says in plain words what is to be found.
@Suite struct SearchModelTests {
  @Test(arguments: UInt64(1)...20)
  func `finds and ranks what the plain search does`(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let index = NameIndex()
    var contacts: [Int64: NameIndex.Entry] = [:]
    for _ in 0..<30 {
      change(index, &contacts, &random)
      let text = Self.query(&random)
      let found = index.search(text, limit: 1_000)
      let expected = contacts.values.compactMap { Self.hit($0, text) }.sorted()
      #expect(found == expected, "seed \(seed), query \(text)")
      let limit = Int.random(in: 1...5, using: &random)
      #expect(Array(expected.prefix(limit)) == index.search(text, limit: limit), "seed \(seed)")
    }
    #expect(index.count == contacts.count, "seed \(seed)")
  }

  private func change(
    _ index: NameIndex, _ contacts: inout [Int64: NameIndex.Entry], _ random: inout SearchRandom
  ) {
    let ids = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      Int64.random(in: 1...200, using: &random)
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      index.remove(ids)
      for id in ids { contacts[id] = nil }
    case 1:
      index.erase(ids)
      for id in ids { contacts[id] = nil }
    default:
      let entries = ids.map { Self.entry($0, &random) }
      index.insert(entries)
      for entry in entries { contacts[entry.id] = entry }
    }
  }

  // Syllables of which none is the beginning of another one's rest: each query reads in one way.
  private static let surnames = ["王", "李", "军", "单"]
  private static let given = ["小", "明", "婷", "军", "绿"]
  private static let latin = ["Tom", "Kim", "José"]
  private static let shops = ["明店", "小李店", "王记", "Kim店"]

  private static func entry(_ id: Int64, _ random: inout SearchRandom) -> NameIndex.Entry {
    var name = pick(surnames, &random)
    for _ in 0..<Int.random(in: 0...3, using: &random) { name += pick(given, &random) }
    if Int.random(in: 0..<6, using: &random) == 0 {
      name = pick(latin, &random) + " " + pick(latin, &random)
    }
    let company = Bool.random(using: &random) ? pick(shops, &random) : nil
    return SearchExample.person(id, name, at: company)
  }

  private static func query(_ random: inout SearchRandom) -> String {
    let pieces = [
      "王", "李", "军", "单", "小", "明", "店", "wang", "w", "li", "l", "shan", "sh", "dan", "d", "xiao",
      "x",
      "ming", "m", "ting", "jun", "lv", "lu", "dian", "tom", "to", "k", "kim", "jose", "o", "xia",
    ]
    let joints = ["", "", " "]
    var text = pick(pieces, &random)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      text += pick(joints, &random) + pick(pieces, &random)
    }
    return text
  }

  private static func pick(_ choices: [String], _ random: inout SearchRandom) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private static func hit(_ entry: NameIndex.Entry, _ text: String) -> NameIndex.Hit? {
    let search = PlainSearch(entry)
    guard let rank = search.rank(TextFolding.fold(text)) else { return nil }
    return NameIndex.Hit(rank: rank, nameLength: search.nameLength, id: entry.id)
  }
}
