package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Takes over the holidays and worked weekends that were published for years.
package struct ImportCalendar: WriteRequest {
  package static let method = "calendar.import"
  package static let summary =
    "Takes over what was published for years: days off, and weekends that are worked."
  package static let permission = Permission.roles([.manager, .admin])
  package static let errors: [Reason] = [.wrongState]
  package static let examples = [
    RequestExample(
      "An invented year",
      """
      {"years":[{"year":2031,"off":["2031-01-01","2031-10-01/2031-10-07"],"on":["2031-09-27"],\
      "source":"an example"}]}
      """)
  ]

  @Parameter("The years, each whole: it replaces what was known of it.", in: 1...20)
  package var years: [CalendarYearInput]
  @Parameter("The country that the file is of; refused when the shop's is another.", in: 2...2)
  package var region: String?
  package init() {}

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> ImportedCalendar {
    let region = try store.shop().region
    guard self.region ?? region == region else {
      throw CallbookError(
        .wrongState, "the file is of another country than the shop, which is in \(region)",
        hint: "callbook shop edit --region \(self.region ?? region)")
    }
    let new = try published()
    let before = try store.workCalendar()
    let rev = try store.importCalendar(new)
    let after = try store.workCalendar()
    let touched = Set(
      [before, after].flatMap { $0.years.values.flatMap { $0.off.union($0.on) } })
    let changes = touched.sorted().compactMap { day -> ImportedCalendar.Change? in
      let (was, becomes) = (before.kind(of: day), after.kind(of: day))
      return was == becomes ? nil : .init(date: day, before: was, after: becomes)
    }
    return ImportedCalendar(
      rev: rev, added: new.keys.filter { !before.isKnown(year: $0) }.sorted(),
      changed: new.keys.filter { before.isKnown(year: $0) && before.years[$0] != new[$0] }.sorted(),
      same: new.keys.filter { before.years[$0] == new[$0] }.sorted(), changes: changes)
  }

  private func published() throws(CallbookError) -> [Int: WorkYear] {
    var violations: [Violation] = []
    var years: [Int: WorkYear] = [:]
    for (place, input) in self.years.enumerated() {
      let pointer = "/years/\(place)"
      let year = WorkYear(
        off: Set(input.off.flatMap(\.days)), on: Set(input.on.flatMap(\.days)),
        names: Dictionary(input.names.flatMap { named in named.days.days.map { ($0, named.name) } })
        {
          $1
        },
        source: input.source)
      if years.updateValue(year, forKey: input.year) != nil {
        violations.append(Violation(pointer, "is of a year that stands there twice"))
      }
      if year.off.isEmpty { violations.append(Violation("\(pointer)/off", "has no day off")) }
      if !year.off.isDisjoint(with: year.on) {
        violations.append(Violation("\(pointer)/on", "has a day that is off, too"))
      }
      if !year.off.union(year.on).isSuperset(of: year.names.keys) {
        violations.append(
          Violation("\(pointer)/names", "has a day that is neither off nor worked"))
      }
      if !year.off.union(year.on).allSatisfy({ Self.belongs($0, to: input.year) }) {
        violations.append(Violation(pointer, "has a day of another year"))
      }
    }
    guard violations.isEmpty else {
      throw CallbookError(.invalidParams, "the years are not as published", violations: violations)
    }
    return years
  }

  /// New Year's holiday may begin in the December before.
  private static func belongs(_ day: CalendarDate, to year: Int) -> Bool {
    day.year == year || (day.year == year - 1 && day.month == 12)
  }
}

/// What was published for a year.
package struct CalendarYearInput: ObjectParameter {
  @Parameter("The year.", in: 1970...9998) package var year: Int
  @Parameter("Days off: dates, or two with a slash between.", in: 1...200)
  package var off: [DateSpan]
  @Parameter("Days of weekends that are worked (调休).", in: 0...200) package var on: [DateSpan]
  @Parameter("What these days are called.", in: 0...100) package var names: [CalendarNameInput]
  @Parameter("Who published it and when.", in: 1...200) package var source: String
  package init() {}
}

/// What days are called.
package struct CalendarNameInput: ObjectParameter {
  @Parameter("A date, or two with a slash between.") package var days: DateSpan
  @Parameter("Such as 春节.", in: 1...50) package var name: String
  package init() {}
}

/// What an import changed.
package struct ImportedCalendar: Codable, Sendable, Equatable {
  package let rev: Int64
  /// Years that were not known before.
  package let added: [Int]
  package let changed: [Int]
  /// Years of which everything was known.
  package let same: [Int]
  package let changes: [Change]

  /// A day that is something else from now on.
  package struct Change: Codable, Sendable, Equatable {
    package let date: CalendarDate
    package let before: DayKind
    package let after: DayKind
  }
}
