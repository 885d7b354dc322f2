/// Finds times that are free for something that takes so long.
package struct FreeSlots: Sendable {
  package let minutes: Int
  /// How far apart the starts of two slots are that are looked at.
  package let gridMinutes: Int
  /// What whoever takes part has to do already: none of it may overlap.
  package let busy: [AppointmentSpan]
  /// What is at the place already, and for how much it has room; nil for no place.
  package let shared: (spans: [AppointmentSpan], capacity: Int)?

  package init(
    minutes: Int, gridMinutes: Int, busy: [AppointmentSpan],
    shared: (spans: [AppointmentSpan], capacity: Int)?
  ) {
    self.minutes = minutes
    self.gridMinutes = gridMinutes
    self.busy = busy
    self.shared = shared
  }

  /// Of a working time, the slots that lie in the window whole, counted from when it begins.
  package func slots(in opening: AppointmentSpan, within window: AppointmentSpan)
    -> [AppointmentSpan]
  {
    let busy = busy.filter(opening.overlaps)
    let shared = shared.map { (spans: $0.spans.filter(opening.overlaps), capacity: $0.capacity) }
    var slots: [AppointmentSpan] = []
    var slot = AppointmentSpan(from: opening.start, minutes: minutes)
    while opening.contains(slot) {
      if window.contains(slot), !busy.contains(where: slot.overlaps),
        shared.map({ slot.mostAtOnce(of: $0.spans) < $0.capacity }) ?? true
      {
        slots.append(slot)
      }
      let next = slot.start.advanced(byMilliseconds: Int64(gridMinutes) * 60_000)
      slot = AppointmentSpan(from: next, minutes: minutes)
    }
    return slots
  }
}
