/// How often one contact is reviewed when it is not as its category is (DOMAIN R1).
package enum ReviewCycle: Hashable, Sendable {
  case never
  case every(CalendarCycle)

  /// nil for a contact that is never reviewed.
  package var cycle: CalendarCycle? {
    switch self {
    case .never: nil
    case .every(let cycle): cycle
    }
  }
}

extension ReviewCycle: TextCoded {
  package static var notRead: String {
    "is not a review cycle; write none, or a cycle as P10D, P2W, P3M or P1Y"
  }

  package var description: String {
    switch self {
    case .never: "none"
    case .every(let cycle): cycle.description
    }
  }

  package init?(_ description: String) {
    if description == Self.never.description {
      self = .never
      return
    }
    guard let cycle = CalendarCycle(description) else { return nil }
    self = .every(cycle)
  }
}

/// What somebody says of how often a contact is to be reviewed.
package enum ReviewCycleChoice: Hashable, Sendable {
  /// As its category.
  case usual
  case own(ReviewCycle)

  package var own: ReviewCycle? {
    switch self {
    case .usual: nil
    case .own(let cycle): cycle
    }
  }
}

extension ReviewCycleChoice: TextCoded {
  package static var notRead: String {
    "is not a review cycle; write default, none, or a cycle as P10D, P2W, P3M or P1Y"
  }

  package var description: String { own?.description ?? "default" }

  package init?(_ description: String) {
    if description == Self.usual.description {
      self = .usual
      return
    }
    guard let cycle = ReviewCycle(description) else { return nil }
    self = .own(cycle)
  }
}
