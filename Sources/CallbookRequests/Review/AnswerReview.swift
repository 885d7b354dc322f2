package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Answers a review, with everything that is corrected by it (DOMAIN R3).
package struct AnswerReview: PreparedRequest, ContactRequest {
  package static let method = "review.answer"
  package static let summary =
    "Answers a review, with everything that is corrected by it, all or nothing."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .notOwner, .revisionConflict, .wrongState, .alreadyExists,
  ]
  package static let examples = [
    RequestExample(
      "Everything is right",
      #"{"id":"v1","outcome":"confirmed","how":"phone","verified":["m1"]}"#),
    RequestExample(
      "A new position and a second number",
      """
      {"id":"v1","outcome":"corrected","how":"visit","edit":{"id":"c1","title":"店长"},\
      "add_points":[{"kind":"phone","value":"199 0000 4321"}]}
      """),
    RequestExample(
      "It is not done", #"{"id":"v1","outcome":"waived","reason":"停业装修"}"#),
  ]

  @Parameter(.positional, "The review.") package var id: ReviewID
  @Parameter(.positional, "What came of it.") package var outcome: ReviewOutcome
  @Parameter("Why; required with waived and deletion_proposed.", in: 1...500)
  package var reason: String?
  @Parameter("How somebody was reached; required when somebody was.")
  package var how: VerificationMeans?
  @Parameter("The day on which somebody was reached; today when it is not said.")
  package var on: CalendarDate?
  @Parameter("Contact points that were seen to work.", in: 0...50)
  package var verified: [PointID]
  @Parameter("What is to be changed of the contact, as contact.edit takes it.")
  package var edit: EditContact?
  @Parameter("Contact points that were missing.", in: 0...20) package var addPoints: [PointInput]
  @Parameter("Contact points that are to be changed, as point.edit takes them.", in: 0...20)
  package var editPoints: [EditPoint]
  @Parameter("Contact points that are of no use any more.", in: 0...20)
  package var removePoints: [PointID]
  @Parameter("Whom to call in an emergency, as emergency.set takes it.")
  package var emergency: SetEmergency?
  @Parameter("People who were missing, as contact.add takes them.", in: 0...10)
  package var addContacts: [AddContact]
  @Parameter("Only if the review still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, outcome, reason, how, on, verified, edit
    case addPoints = "add_points"
    case editPoints = "edit_points"
    case removePoints = "remove_points"
    case emergency
    case addContacts = "add_contacts"
    case ifRev = "if_rev"
  }

  package func contactIDs(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    [try store.existingReview(id).review.contact]
  }

  package func prepare(_ environment: Environment) throws(CallbookError) -> ReviewCorrections {
    try ReviewCorrections(of: self, environment)
  }

  package func run(
    _ corrections: ReviewCorrections, in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> ReviewAnswer {
    let old = try store.existingReview(id).review
    try Revision.check(
      ifRev, against: old.rev, of: id.description, hint: "callbook review get \(id)")
    try checkVerified(in: store, of: old.contact)
    var new = old
    let user = environment.caller.user
    try new.answer(
      outcome, Review.End(at: store.at, by: user, reason: reason, how: how),
      hasChanges: corrections.isAny)
    let saved = try store.save(new, over: old, event: "review.answered")
    let added = try corrections.make(in: store, of: old.contact, environment)
    if let how {
      let day = on ?? store.today
      try store.noteInteraction(interaction(saved, how, on: day, in: store))
      try store.noteRealContact(old.contact, on: day, by: user, how: how)
      for point in verified {
        try store.noteRealContact(old.contact, on: day, by: user, how: how, at: point)
      }
    }
    return ReviewAnswer(
      id: saved.id, rev: saved.rev, contact: old.contact,
      contactRev: try store.contact(old.contact).rev, outcome: outcome,
      nextDue: try store.nextReviewDue(of: old.contact), added: added)
  }

  /// The day is known, not the hour: of one before today it is put at noon.
  private func interaction(
    _ review: Review, _ how: VerificationMeans, on day: CalendarDate, in store: WriteTransaction
  ) -> InteractionDraft {
    let kind = Interaction.Kind(how)
    let noon = store.callbackRules.calendar.instant(on: day, at: 12 * 60)
    return InteractionDraft(
      of: review.contact, kind, kind == .note ? nil : .outgoing, isReached: true,
      at: day == store.today ? store.at : min(noon, store.at), by: review.end?.by,
      summary: reason,
      source: Interaction.Source(
        .review(review.id), review.state.rawValue, outcome: outcome.rawValue))
  }

  private func checkVerified(
    in store: ReadTransaction, of contact: ContactID
  ) throws(CallbookError) {
    let points = try store.contact(contact).points.map(\.id)
    var violations: [Violation] = []
    for (place, point) in verified.enumerated() {
      let current = try store.currentPoint(point)
      if !outcome.isVerification {
        violations.append(
          Violation("/verified/\(place)", "\(outcome.rawValue) says nobody was reached"))
      } else if !points.contains(current) {
        violations.append(Violation("/verified/\(place)", "is no point of \(contact) in use"))
      }
    }
    if on != nil, !outcome.isVerification {
      violations.append(Violation("/on", "\(outcome.rawValue) says nobody was reached"))
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "the answer does not fit its contact", violations: violations)
    }
  }
}

/// What answering a review gives.
package struct ReviewAnswer: Codable, Sendable, Equatable {
  package let id: ReviewID
  package let rev: Int64
  package let contact: ContactID
  package let contactRev: Int64
  package let outcome: ReviewOutcome
  /// When the contact is reviewed next; nil when it is not.
  package let nextDue: Instant?
  /// The contacts that were added with it.
  package let added: [ContactID]

  private enum CodingKeys: String, CodingKey {
    case id, rev, contact
    case contactRev = "contact_rev"
    case outcome
    case nextDue = "next_due"
    case added
  }
}
