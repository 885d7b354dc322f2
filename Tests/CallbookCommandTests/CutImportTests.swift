import CallbookTesting
import Testing

@testable import callbook

/// An import that ends somewhere and is run again from its beginning leaves what one in a single run
/// leaves, whatever the rows are. `DuplicatesTests` has the same with processes that are killed.
struct CutImportTests {
  /// Some of the hundreds that were tried; of 16 a row was taken for another contact when it came again.
  private static let seeds: ClosedRange<UInt64> = 14...18
  private static let batchRows = 20

  @Test(arguments: ["skip", "merge", "add"])
  func `an import that is run again ends as one that was not cut off`(policy: String) throws {
    print("seeds of imports that are cut off: \(Self.seeds)")
    for seed in Self.seeds {
      var random = SplitMix64(seed: seed)
      let rows = rows(seed)
      let whole = try shop()
      try run(rows, into: whole, policy)
      let cut = try shop()
      try take(rows.prefix(random.below(rows.count)), into: cut, policy)
      try run(rows, into: cut, policy)
      let (wanted, found) = (try contacts(whole), try contacts(cut))
      let place = zip(wanted, found).enumerated().first { $1.0 != $1.1 }?.offset
      #expect(
        place == nil && wanted.count == found.count,
        """
        \(policy), seed \(seed): \(wanted.count) and \(found.count), contact \(place ?? -1)
        \(place.map { Self.difference(wanted[$0], found[$0]) } ?? "")
        """)
    }
  }

  /// Rows with UIDs, and without: some numbers and names are in both.
  private func rows(_ seed: UInt64) -> [String] {
    var random = RandomRows(seed: seed, count: 60)
    var bare = RandomRows(seed: seed + 1, count: 60, hasUID: false)
    let lines = (random.bytes() + bare.bytes()).split(separator: 0x0A).map {
      String(decoding: $0, as: UTF8.self)
    }
    return lines.enumerated().map { #"{"line":\#($0 + 1),"# + $1.dropFirst() }
  }

  private func shop() throws -> TestShop {
    let shop = try TestShop()
    shop.accounts.set(4009, "daemon")
    _ = try shop.connect().result("staff.add", #"{"user":"daemon","role":["agent"]}"#)
    return shop
  }

  /// As the command does: rows that name contacts further down are sent again at the end.
  private func run(_ rows: [String], into shop: TestShop, _ policy: String) throws {
    let unlinked = try take(rows[...], into: shop, policy)
    _ = try take(unlinked.map { rows[$0 - 1] }[...], into: shop, policy)
  }

  /// - Returns: the lines that could not be linked yet.
  @discardableResult
  private func take(
    _ rows: ArraySlice<String>, into shop: TestShop, _ policy: String
  ) throws -> [Int] {
    let client = shop.connect()
    var unlinked: [Int] = []
    var rest = rows
    while !rest.isEmpty {
      let batch = rest.prefix(Self.batchRows).joined(separator: ",")
      let reply = try client.result(
        "contact.import", #"{"duplicates":"\#(policy)","rows":[\#(batch)]}"#)
      unlinked += reply["unlinked"]?.items.compactMap(\.integer).map(Int.init) ?? []
      rest = rest.dropFirst(Self.batchRows)
    }
    return unlinked
  }

  private static func difference(_ wanted: WireValue, _ found: WireValue) -> String {
    Set(wanted.members.keys).union(found.members.keys).sorted()
      .filter { wanted[$0] != found[$0] }
      .map { "\($0): \(wanted[$0] ?? .null)\n\($0): \(found[$0] ?? .null)" }
      .joined(separator: "\n")
  }

  private func contacts(_ shop: TestShop) throws -> [WireValue] {
    let client = shop.connect()
    var contacts: [WireValue] = []
    var after = ""
    while true {
      let page = try client.result("contact.export", "{\(after)\"limit\":100}")
      contacts +=
        page["items"]?.items.map { item in
          // The UID of a row without one is of this store.
          .object(item.members.filter { $0.key != "uid" })
        } ?? []
      guard let next = page["next"]?.text else { return contacts }
      after = "\"after\":\"\(next)\","
    }
  }
}
