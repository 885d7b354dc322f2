import CallbookModel
import Testing

@Suite struct ReviewTransitionTests {
  private static let now = Instant(millisecondsSince1970: 0)

  private func review(_ state: Review.State, _ cause: Review.Cause = .cycle) -> Review {
    Review(
      id: ReviewID(1), contact: ContactID(1), cause: cause, due: Self.now, openedAt: Self.now,
      state: state, end: state == .open ? nil : Review.End(at: Self.now))
  }

  /// Tries every transition; gives the states that it led to.
  private func reached(from state: Review.State, _ cause: Review.Cause) -> [Review.State] {
    let end = Review.End(at: Self.now, how: .phone)
    var reached: [Review.State] = []
    var answered = review(state, cause)
    do throws(CallbookError) {
      try answered.answer(.confirmed, end, hasChanges: false)
      reached.append(answered.state)
    } catch {
      #expect(error.reason == .wrongState && error.details["state"] == .text(state.rawValue))
    }
    var satisfied = review(state, cause)
    if satisfied.satisfy(end) { reached.append(satisfied.state) }
    var withdrawn = review(state, cause)
    if withdrawn.withdraw(end) { reached.append(withdrawn.state) }
    var (merged, other) = (review(state, cause), review(.open))
    if (try? merged.merge(into: &other, at: Self.now)) != nil { reached.append(merged.state) }
    var parted = review(state, cause)
    if (try? parted.part()) != nil { reached.append(parted.state) }
    return reached
  }

  @Test func `only an open review ends, and only a merged one opens again`() {
    #expect(reached(from: .open, .cycle) == [.answered, .satisfied, .withdrawn, .merged])
    #expect(reached(from: .open, .hand) == [.answered, .merged])
    #expect(reached(from: .open, .wrongNumber) == [.answered, .merged])
    #expect(reached(from: .merged, .cycle) == [.open])
    for state in [Review.State.answered, .satisfied, .withdrawn] {
      #expect(reached(from: state, .cycle) == [], "\(state)")
    }
  }

  @Test(arguments: [
    (ReviewOutcome.confirmed, String?.none, VerificationMeans?.some(.phone), false, [String]()),
    (.confirmed, nil, nil, false, ["/how"]), (.confirmed, nil, .phone, true, ["/outcome"]),
    (.corrected, nil, .visit, true, []), (.corrected, nil, .visit, false, ["/outcome"]),
    (.contactAdded, nil, .visit, true, []), (.unreachable, nil, nil, false, []),
    (.unreachable, nil, .phone, false, ["/how"]), (.waived, "x", nil, false, []),
    (.waived, nil, nil, false, ["/reason"]),
    (.deletionProposed, nil, .phone, true, ["/reason", "/how", "/outcome"]),
  ])
  func `an answer has what its outcome needs`(
    _ outcome: ReviewOutcome, _ reason: String?, _ how: VerificationMeans?, _ hasChanges: Bool,
    _ wrong: [String]
  ) {
    var review = review(.open)
    do throws(CallbookError) {
      try review.answer(
        outcome, Review.End(at: Self.now, reason: reason, how: how), hasChanges: hasChanges)
      #expect(wrong == [] && review.end?.outcome == outcome)
    } catch {
      #expect(error.violations.map(\.pointer) == wrong)
      #expect(review.state == .open)
    }
  }

  @Test func `coverage counts who was reached within the cycle that holds`() throws {
    let today = try #require(CalendarDate("2026-11-22"))
    var coverage = ReviewCoverage(on: today, policy: Policy())
    func add(
      _ owner: String?, _ category: ContactCategory, _ day: String?, _ count: Int64,
      own: String? = nil, emergency: Bool = false
    ) {
      coverage.add(
        ReviewCoverage.Group(
          owner: owner, category: category, ownCycle: own.flatMap { ReviewCycle($0) },
          isEmergency: emergency, verifiedOn: day.flatMap { CalendarDate($0) }, count: count))
    }
    add(nil, .merchant, nil, 4)
    add("bob", .merchant, "2026-08-22", 3)
    add("bob", .merchant, "2026-08-21", 2)
    add("bob", .merchant, "2026-08-21", 5, own: "P1Y")
    add("bob", .merchant, "2026-10-21", 1, emergency: true)
    add("bob", .merchant, nil, 7, own: "none")
    add("bob", .other, "2020-01-01", 9)
    let figures = coverage.figures
    #expect(figures.map(\.owner) == ["bob", nil])
    #expect(figures[0].contacts == 11 && figures[0].verified == 8 && figures[0].lapsed == 3)
    #expect(figures[1].never == 4)
    #expect(coverage.total.contacts == 15)
  }
}
