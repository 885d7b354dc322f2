import CallbookModel
import CallbookStore
import CallbookTesting

extension TestShop {
  /// Cancels an appointment as nobody's request.
  func cancel(_ id: AppointmentID) {
    change { store throws(CallbookError) in
      let old = try store.appointment(id)
      var new = old
      try new.cancel(
        Appointment.Cancellation(
          .other, party: .shop, by: nil, channel: .phone, at: store.at,
          termsAcknowledged: true), telling: nil)
      _ = try store.save(new, over: old, event: "appointment.cancelled")
    }
  }

  /// Lets what is due fire.
  func claim() {
    change { store throws(CallbookError) in _ = try store.claimDue() }
  }

  private func change(
    _ body: @escaping @Sendable (WriteTransaction) throws(CallbookError) -> Void
  ) {
    store.submit(
      WriteJob(
        actor: LedgerEntry.Actor(uid: 0, pid: 1, user: nil), method: "test",
        work: { store throws(CallbookError) in
          try body(store)
          return []
        }, completion: { _ in }))
    settle()
  }
}
