import CallbookModel
import CallbookStore

extension JournalEvent {
  /// What is said of a durable change of staff or settings.
  static func noted(_ change: NotedChange) -> Self {
    switch change.entry.event {
    case "store.admin_named": .adminNamed(change)
    case "store.admin_rescued": .adminRescued(change)
    case "policy.one_person": .onePersonAllowed(change)
    case "booking_off.began": .bookingOff(change)
    case "booking_off.ended": .bookingOn(change)
    case _ where change.entry.subject.kind == "staff": .staffChanged(change)
    default: .settingsChanged(change)
    }
  }
}
