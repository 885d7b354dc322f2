import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// What has to hold of visits that come round, as the rows of the store have them: of each that was
/// within reach there is one appointment, or it says why there is none.
enum SeriesInvariants {
  private struct Row: Hashable {
    let series: Int64
    let occurrence: Int64
    /// `a7`, or the checks by which it was left out.
    let what: String

    var shown: String { "s\(series) \(Instant(millisecondsSince1970: occurrence)) \(what)" }
  }

  static func violations(in shop: PlainShop, _ store: ReadTransaction) throws -> [String] {
    let rows = try rows(store)
    return try different(shop, store) + different(rows, shop) + uncovered(rows, shop)
  }

  private static func rows(_ store: ReadTransaction) throws -> [Row] {
    try store.sql.all(
      """
      SELECT series, occurrence, 'a' || id FROM appointment WHERE series IS NOT NULL
      UNION ALL SELECT series, occurrence, checks FROM series_skip
      """, { _ in }, { Row(series: $0.integer(0), occurrence: $0.integer(1), what: $0.text(2)) })
  }

  /// The rule itself: whose it is, how far it has come and where it ends.
  private static func different(_ shop: PlainShop, _ store: ReadTransaction) throws -> [String] {
    let shown = try store.sql.all(
      "SELECT id, contact, state, reached, until, continues FROM series ORDER BY id", { _ in },
      { row in
        "s\(row.integer(0)) of c\(row.integer(1)) \(row.text(2)) reached \(row.integer(3)) "
          + "until \(row.textOrNil(4) ?? "ever") after \(row.integerOrNil(5) ?? 0)"
      })
    let wanted = shop.series.sorted { $0.key < $1.key }.map { number, series in
      "s\(number) of c\(series.contact) \(series.state) reached \(series.reached) "
        + "until \(series.until?.text ?? "ever") after \(series.continues ?? 0)"
    }
    guard shown != wanted else { return [] }
    return ["series: \(Set(shown).symmetricDifference(wanted).sorted())"]
  }

  private static func different(_ rows: [Row], _ shop: PlainShop) -> [String] {
    var wanted: [String] = []
    for (number, series) in shop.series {
      for visit in series.visits.values {
        let what = visit.appointment.map { "a\($0)" } ?? visit.checks.joined(separator: " ")
        wanted.append(Row(series: number, occurrence: visit.occurrence, what: what).shown)
      }
    }
    let shown = rows.map(\.shown)
    guard shown.sorted() != wanted.sorted() else { return [] }
    let (one, other) = (Set(shown), Set(wanted))
    return [
      "visits: \(one.subtracting(other).sorted()), and should "
        + "\(other.subtracting(one).sorted()) (\(shown.count) of \(wanted.count))"
    ]
  }

  /// Counts what there is, without asking what the second model made of it.
  private static func uncovered(_ rows: [Row], _ shop: PlainShop) -> [String] {
    let horizon = shop.today.plus(shop.number("appointment.horizon"))
    let made = Dictionary(grouping: rows, by: \.series).mapValues(\.count)
    var wrong: [String] = []
    for (number, series) in shop.series {
      var due: Set<Int> = []
      var next = series.first
      while let day = series.day(next), day <= horizon {
        due.insert(next)
        next += 1
      }
      // More where the clock was set back, the horizon is nearer now, or it took some over.
      let known = series.visits.keys.filter { series.day($0) != nil }
      let wanted = due.union(known).count + series.visits.count - known.count
      let count = made[number, default: 0]
      if count != wanted {
        wrong.append("s\(number) has \(count) visits, and should have \(wanted)")
      }
    }
    return wrong
  }
}
