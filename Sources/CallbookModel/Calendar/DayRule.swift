/// What somebody decided for one day, whatever week and holidays say.
package enum DayRule: Hashable, Sendable {
  case closed
  case open(DayHours)

  package var hours: DayHours {
    switch self {
    case .closed: .closed
    case .open(let hours): hours
    }
  }
}
