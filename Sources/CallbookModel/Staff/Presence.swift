/// Who is there, and who stands in for whom (DOMAIN S5).
package struct Presence: Sendable, Equatable {
  /// A moment at which nobody would stand in for somebody.
  package struct Gap: Sendable, Equatable {
    package let user: String
    package let at: Instant
  }

  /// The user names of those who work here.
  private let active: Set<String>
  private let absences: [String: Absence]

  /// - Parameter absences: by the user name of whoever is away.
  package init(active: Set<String>, absences: [String: Absence]) {
    self.active = active
    self.absences = absences
  }

  /// Whether somebody works here and is not away.
  package func isPresent(_ user: String, at instant: Instant) -> Bool {
    active.contains(user) && absences[user]?.covers(instant) != true
  }

  /// Who does somebody's work: they themself while they are there, else their substitute, or theirs in
  /// turn; nil when that leads nowhere or in a circle.
  package func standIn(for user: String, at instant: Instant) -> String? {
    var asked: Set<String> = []
    var user = user
    while asked.insert(user).inserted {
      guard let absence = absences[user], absence.covers(instant) else {
        return active.contains(user) ? user : nil
      }
      user = absence.substitute
    }
    return nil
  }

  /// The first moment at which somebody has no stand-in who would have needed this person's absence to
  /// be filled: they themself, or somebody whom they stand in for; nil when everybody has one.
  ///
  /// - Parameter now: what was before does not matter any more.
  package func gap(dueTo user: String, after now: Instant) -> Gap? {
    guard let own = absences[user] else { return nil }
    // Who stands in for whom changes only where an absence begins or ends.
    let moments = ([now] + absences.values.flatMap { [$0.from, $0.until].compactMap { $0 } })
      .filter { $0 >= now && own.covers($0) }
    for moment in Set(moments).sorted() {
      for somebody in absences.keys.sorted()
      where active.contains(somebody) && chain(from: somebody, at: moment).contains(user) {
        if standIn(for: somebody, at: moment) == nil { return Gap(user: somebody, at: moment) }
      }
    }
    return nil
  }

  /// Those whose absence, present or still to come, names somebody as the substitute.
  package func substituted(by user: String, at instant: Instant) -> [String] {
    absences.filter { away, absence in
      active.contains(away) && absence.substitute == user && !absence.isOver(at: instant)
    }.keys.sorted()
  }

  private func chain(from user: String, at instant: Instant) -> Set<String> {
    var asked: Set<String> = []
    var user = user
    while asked.insert(user).inserted, let absence = absences[user], absence.covers(instant) {
      user = absence.substitute
    }
    return asked
  }
}
