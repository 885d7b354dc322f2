import CallbookModel

/// A contact that was not reached after all.
extension WriteTransaction {
  /// Lets reviews count from the last contact that stands, if they counted from this one. A review that
  /// it had satisfied stays ended, and the next one is planned anew.
  func unreach(by slip: Interaction) throws(CallbookError) {
    let filter = InteractionFilter(of: slip.contact)
    let left = try interactions(filter, after: nil, limit: .max).filter(\.isReached)
    let said = verification(by: slip)
    try takeBack(said, of: slip.contact, for: left.first.map(verification(by:)))
    if let point = slip.point {
      let old = try contact(slip.contact, withRemoved: true)
      if let place = old.points.firstIndex(where: { $0.id == point }) {
        let last = left.first { $0.point == point }
        var new = old
        new.points[place].takeBack(said, for: last.map(verification(by:)))
        _ = try save(new, over: old, event: "point.unverified")
      }
    }
    try reviewPlanChanged(of: slip.contact)
  }

  /// What it says of when somebody was reached, as `noteRealContact` was told.
  private func verification(by interaction: Interaction) -> Verification {
    Verification(
      on: planning.calendar.zone.local(interaction.at).date, by: interaction.user,
      how: interaction.kind.means)
  }
}
