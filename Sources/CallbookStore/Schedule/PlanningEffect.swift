package import CallbookModel

/// What other rules would do to the reminders, counted.
package struct PlanningEffect: Sendable, Equatable {
  package var moved = 0
  package var planned = 0
  package var withdrawn = 0
  package var unchanged = 0

  mutating func add(_ before: [Reminder], _ after: [Reminder]) {
    for reminder in after {
      switch before.first(where: { $0.isSame(as: reminder) })?.due {
      case reminder.due: unchanged += 1
      case nil: planned += 1
      default: moved += 1
      }
    }
    withdrawn += before.count { reminder in !after.contains { $0.isSame(as: reminder) } }
  }
}

extension Store {
  /// Counts over every subject what another policy would do: a long read, of a snapshot.
  package func effect(
    of policy: Policy, instead old: Policy, in snapshot: ReadTransaction
  ) throws(CallbookError) -> PlanningEffect {
    let calendar = committed.planning.calendar
    var effect = PlanningEffect()
    for kind in subjects.list {
      var after: Int64 = 0
      while true {
        let numbers = try kind.numbers(after: after, limit: 1000, in: snapshot)
        for number in numbers {
          guard let subject = try kind.load(number, in: snapshot) else { continue }
          effect.add(
            try subject.reminders(policy: old, calendar: calendar),
            try subject.reminders(policy: policy, calendar: calendar))
        }
        guard numbers.count == 1000, let last = numbers.last else { break }
        after = last
      }
    }
    return effect
  }
}
