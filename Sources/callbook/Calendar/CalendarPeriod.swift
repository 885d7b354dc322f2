import CallbookModel

/// A month, or a year of twelve.
struct CalendarPeriod: Equatable {
  struct Month: Equatable {
    let year: Int
    /// 1 to 12.
    let number: Int

    var days: [CalendarDate] {
      (1...CalendarDate.days(inMonth: number, of: year)).compactMap {
        CalendarDate(year: year, month: number, day: $0)
      }
    }
  }

  let months: [Month]

  init(month: Month) {
    months = [month]
  }

  /// Reads `2026` or `2026-10`; nil when it is neither.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, let year = Int(parts[0]), (1970...9998).contains(year) else {
      return nil
    }
    switch parts.count {
    case 1: months = (1...12).map { Month(year: year, number: $0) }
    case 2:
      guard (1...2).contains(parts[1].utf8.count), let number = Int(parts[1]),
        (1...12).contains(number)
      else { return nil }
      months = [Month(year: year, number: number)]
    default: return nil
    }
  }

  var first: CalendarDate { months.first?.days.first ?? .first }
  var last: CalendarDate { months.last?.days.last ?? .last }
}
