import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// Contacts that are one, and two again (DOMAIN C7). Those with places on emergency lists or callbacks
/// are left alone: merging has a model of its own.
enum SimulatedMerges {
  static var actions: [Choice] { [Choice(5, merge), Choice(4, unmerge)] }

  private static func merge(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let listed = Set(shop.emergencyLists.filter { !$0.value.isEmpty }.keys)
      .union(shop.emergencyLists.values.joined())
    let called = Set(shop.callbacks.values.map(\.contact))
    let free = shop.liveContacts.map(\.0).filter { !listed.contains($0) }
    let booked = Set(shop.activeAppointments.map(\.1.contact))
    let wanted = random.isLucky(3) ? free : free.filter(booked.contains)
    guard let kept = random.pick(random.isLucky(2) ? free : wanted),
      let other = random.pick(wanted.filter { $0 != kept && !called.contains($0) })
    else { return nil }
    return Action(
      "carol", "contact.merge", #"{"into":"c\#(kept)","from":["c\#(other)"]}"#
    ) { shop in
      shop.merge(other, into: kept)
    }
  }

  private static func unmerge(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    // Only what was merged last, so that nothing has to be taken apart before it.
    let last = shop.merges.filter { merge in
      shop.contacts[merge.kept]?.isLive == true
        && shop.merges.last { $0.kept == merge.kept }?.other == merge.other
    }
    guard let merge = random.pick(last) else { return nil }
    return Action("carol", "contact.unmerge", #"{"id":"c\#(merge.other)"}"#) { shop, entries, _ in
      let opened = entries.first { $0.event == "review.opened" }
      shop.part(merge, opened: opened?.subject.number)
    }
  }
}

/// What has to be known to take a merge back.
struct PlainMerge {
  let kept: Int64
  let other: Int64
  let points: Set<Int64>
  let before: PlainContact
  let after: PlainContact
  /// What was booked for the other contact, also what is over.
  var appointments: [Int64] = []
  /// What comes round for it.
  var series: [Int64] = []
  /// Of the other contact, as it waited then.
  var review: (number: Int64, before: PlainReview)?
  /// The review that it became part of.
  var own: (number: Int64, before: PlainReview, after: PlainReview)?
}

extension PlainShop {
  mutating func merge(_ other: Int64, into kept: Int64) {
    guard let before = contacts[kept], let joined = contacts[other] else { return }
    var after = before
    after.owner = before.owner ?? joined.owner
    after.ownCycle = before.ownCycle ?? joined.ownCycle
    if joined.status == "blocked" { after.status = "blocked" }
    if let reached = joined.reached, before.reached.map({ $0.on < reached.on }) ?? true {
      after.reached = reached
    }
    after.points.merge(joined.points) { own, _ in own }
    var record = PlainMerge(
      kept: kept, other: other, points: Set(joined.points.keys), before: before, after: after)
    contacts[kept] = after
    contacts[other]?.points = [:]
    contacts[other]?.mergedInto = kept
    contacts[other]?.openReview = nil
    if let number = joined.openReview, let review = reviews[number] {
      record.review = (number, review)
      var moved = review
      if let own = before.openReview, let ownBefore = reviews[own] {
        var ownAfter = ownBefore
        ownAfter.due = min(ownBefore.due, review.due)
        if ownBefore.cause == "cycle" { ownAfter.cause = review.cause }
        record.own = (own, ownBefore, ownAfter)
        (moved.state, moved.endedAt) = ("merged", now)
        reviews[own] = ownAfter
      } else {
        moved.contact = kept
        contacts[kept]?.openReview = number
      }
      reviews[number] = moved
    }
    record.appointments = appointments.keys.sorted().filter {
      appointments[$0]?.contact == other
    }
    for number in record.appointments { hand(number, to: kept) }
    record.series = series.keys.sorted().filter { series[$0]?.contact == other }
    for number in record.series { series[number]?.contact = kept }
    merges.append(record)
    planAgain(record)
  }

  mutating func part(_ record: PlainMerge, opened: Int64?) {
    let (kept, other) = (record.kept, record.other)
    guard var left = contacts[kept] else { return }
    for point in record.points {
      contacts[other]?.points[point] = left.points.removeValue(forKey: point)
    }
    contacts[other]?.mergedInto = nil
    if left.owner == record.after.owner { left.owner = record.before.owner }
    if left.status == record.after.status { left.status = record.before.status }
    if left.ownCycle == record.after.ownCycle { left.ownCycle = record.before.ownCycle }
    if record.after.reached != record.before.reached, left.reached == record.after.reached {
      left.reached = record.before.reached
    }
    contacts[kept] = left
    merges.removeAll { $0.kept == kept && $0.other == other }
    if let (number, before) = record.review {
      if record.own != nil {
        reviews[number]?.state = "open"
        reviews[number]?.endedAt = nil
        contacts[other]?.openReview = number
      } else if reviews[number]?.isOpen == true {
        reviews[number]?.contact = other
        contacts[kept]?.openReview = nil
        contacts[other]?.openReview = number
      } else if let opened {
        // It was answered meanwhile, and nobody asked then who it was.
        let again = PlainReview(
          contact: other, cause: before.cause, due: before.due, openedAt: now)
        open(again, opened)
      }
    }
    if let (own, before, after) = record.own, reviews[own]?.isOpen == true {
      if reviews[own]?.due == after.due { reviews[own]?.due = before.due }
      if reviews[own]?.cause == after.cause { reviews[own]?.cause = before.cause }
    }
    let series = returned(record)
    for number in series { self.series[number]?.contact = other }
    for (number, appointment) in appointments where appointment.contact == kept {
      let isOfSeries = appointment.series.map(series.contains) ?? false
      guard isOfSeries || record.appointments.contains(number) else { continue }
      appointments[number]?.contact = other
    }
    planAgain(record)
  }

  /// What came round for the other contact, also as it was agreed on anew meanwhile.
  private func returned(_ record: PlainMerge) -> Set<Int64> {
    var found = Set(record.series)
    for (number, series) in series.sorted(by: { $0.key < $1.key }) {
      if let old = series.continues, found.contains(old) { found.insert(number) }
    }
    return found.filter { series[$0]?.contact == record.kept }
  }

  /// Nobody looked whether its customer has time for what belongs to another.
  private mutating func hand(_ number: Int64, to kept: Int64) {
    guard let moved = appointments[number] else { return }
    for (own, appointment) in activeAppointments
    where appointment.contact == kept && appointment.overlaps(moved.start, moved.end) {
      appointments[own]?.history.joined.insert(number)
      appointments[number]?.history.joined.insert(own)
    }
    appointments[number]?.contact = kept
  }

  private mutating func planAgain(_ record: PlainMerge) {
    for number in [record.review?.number, record.own?.number].compactMap({ $0 }) {
      plan(SimulatedReviews.self, number)
    }
    for contact in [record.kept, record.other] {
      if let open = openReview(of: contact) { plan(SimulatedReviews.self, open) }
      planContact(contact)
    }
  }
}
