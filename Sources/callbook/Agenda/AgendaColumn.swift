import CallbookModel

/// What stands below each other in a picture of days: a day of somebody, of a place or of the shop.
struct AgendaColumn {
  struct Visit {
    let item: AgendaItem
    let minutes: Range<Int>
  }

  /// Of the user or of the place; nil for a day of the shop, and for what nobody is named for yet.
  let name: String?
  /// Text from outside.
  let title: String
  let date: CalendarDate
  let hours: DayHours
  /// How many there is room for at one time; `Int.max` where nobody counts.
  let capacity: Int
  /// In the order in which they start.
  let visits: [Visit]

  init(
    name: String? = nil, title: String, date: CalendarDate, hours: DayHours, capacity: Int = 1,
    items: [AgendaItem]
  ) {
    self.name = name
    self.title = title
    self.date = date
    self.hours = hours
    self.capacity = capacity
    visits = items.compactMap { item in
      item.minutes(on: date).map { Visit(item: item, minutes: $0) }
    }.sorted { ($0.minutes.lowerBound, $0.item.id) < ($1.minutes.lowerBound, $1.item.id) }
  }

  /// nil where there is nothing to be said of room.
  var room: Int? { capacity > 1 && capacity < .max ? capacity : nil }

  func isOpen(during minutes: Range<Int>) -> Bool {
    hours.spans.contains { ($0.fromMinute..<$0.toMinute).overlaps(minutes) }
  }

  func visits(during minutes: Range<Int>) -> [Visit] {
    visits.filter { $0.minutes.overlaps(minutes) }
  }

  /// How many there are at one time at most.
  func mostAtOnce(during minutes: Range<Int>) -> Int {
    let visits = visits(during: minutes)
    return visits.map { visit in
      let start = max(visit.minutes.lowerBound, minutes.lowerBound)
      return visits.count { $0.minutes.contains(start) }
    }.max() ?? 0
  }

  /// The opening hours in which there is room for one more.
  var free: [Range<Int>] {
    var free: [Range<Int>] = []
    for span in hours.spans {
      let open = span.fromMinute..<span.toMinute
      let turns = visits.flatMap { [$0.minutes.lowerBound, $0.minutes.upperBound] }
      let bounds = Set(turns.filter(open.contains) + [open.lowerBound, open.upperBound]).sorted()
      for (start, end) in zip(bounds, bounds.dropFirst())
      where visits.count(where: { $0.minutes.contains(start) }) < capacity {
        if let last = free.last, last.upperBound == start {
          free[free.count - 1] = last.lowerBound..<end
        } else {
          free.append(start..<end)
        }
      }
    }
    return free
  }
}
