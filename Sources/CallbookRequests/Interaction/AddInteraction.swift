package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Records what the shop and a contact had to do with each other (互动历史, DOMAIN C5).
package struct AddInteraction: WriteRequest, ContactRequest {
  package static let method = "interaction.add"
  package static let summary =
    "Records a call, visit, message or email with a contact, or a note of it."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner]
  package static let examples = [
    RequestExample(
      "The merchant called",
      #"{"contact":"c1","kind":"call","direction":"in","reached":true,"summary":"问流量费何时扣"}"#),
    RequestExample(
      "Nobody was at the shop",
      #"{"contact":"c1","kind":"visit","direction":"out","summary":"店门关着"}"#),
    RequestExample(
      "Something to remember", #"{"contact":"c1","kind":"note","summary":"周一休息"}"#),
  ]

  @Parameter(.positional, "The contact.") package var contact: ContactID
  @Parameter(.positional, "What it was.") package var kind: Interaction.Kind
  @Parameter(.positional, "What it was about.", in: 1...2000) package var summary: String
  @Parameter("Whether it came in or went out; required of everything but notes.")
  package var direction: Interaction.Direction?
  @Parameter("Whether the contact was reached: then the next review counts from that day.")
  package var reached: Bool = false
  @Parameter("When it happened; now when it is left out.") package var at: Instant?
  @Parameter("The contact point that was used.") package var point: PointID?
  @Parameter("Who of the staff it was; you when it is left out.", in: 1...64)
  package var user: String?
  package init() {}

  package func contactIDs(in store: ReadTransaction) -> [ContactID] { [contact] }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Interaction {
    let contact = try store.contact(contact, withRemoved: true)
    let user = try self.user(environment.caller, in: store)
    let point = try point.map { point throws(CallbookError) in try store.currentPoint(point) }
    try check(contact, point, store)
    let instant = min(at ?? store.at, store.at)
    let id = try store.noteInteraction(
      InteractionDraft(
        of: contact.id, kind, direction, isReached: reached, at: instant, by: user, point: point,
        summary: TextFolding.trimmed(summary)))
    if reached {
      try store.noteRealContact(
        contact.id, on: store.callbackRules.calendar.zone.local(instant).date, by: user,
        how: kind.means, at: point)
    }
    return try store.interaction(id)
  }

  /// - Throws: violations of all that does not fit.
  private func check(
    _ contact: Contact, _ point: PointID?, _ store: WriteTransaction
  ) throws(CallbookError) {
    var violations = Interaction.violations(kind, direction)
    if TextFolding.trimmed(summary).isEmpty {
      violations.append(Violation("/summary", "must say something"))
    }
    if kind == .note, reached {
      violations.append(Violation("/reached", "cannot be: by a note nobody is reached"))
    }
    let zone = store.callbackRules.calendar.zone
    if let at, at > store.at.advanced(byMilliseconds: Interaction.toleranceMilliseconds) {
      violations.append(Violation("/at", "must not be in the future"))
    } else if let at, zone.local(at).date.year < store.today.year - Interaction.mostYears {
      violations.append(
        Violation("/at", "must not be more than \(Interaction.mostYears) years ago"))
    }
    if let point, !contact.points.contains(where: { $0.id == point }) {
      violations.append(Violation("/point", "is no point of \(contact.id)"))
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "the interaction is not described right", violations: violations)
    }
  }

  /// An agent records what they did themself.
  private func user(
    _ caller: Caller, in store: WriteTransaction
  ) throws(CallbookError) -> String? {
    guard let user else { return caller.user }
    guard caller.seesEverything || user == caller.user else {
      throw CallbookError(
        .notOwner, "an agent records what they did themself",
        violations: [Violation("/user", "may only be your own user name")])
    }
    return try store.activeMember(user, at: "/user")
  }
}
