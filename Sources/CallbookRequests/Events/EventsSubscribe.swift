package import CallbookModel
package import CallbookProtocol
import CallbookStore

/// Streams changes as they are made, from now or from where a client left off.
package struct EventsSubscribe: SessionRequest {
  package static let method = "events.subscribe"
  package static let summary =
    "Streams changes as they are made, from now or from where a client left off."
  package static let permission = Permission.roles(.everybody)
  package static let errors: [Reason] = [.otherHistory, .tooManySubscriptions]
  package static let examples = [
    RequestExample("From now on", "{}"),
    RequestExample(
      "Everything there ever was of contacts", #"{"since":"start","topics":["contact"]}"#),
  ]

  @Parameter("`now`, `start`, or the cursor of the last event that was seen.", in: 1...80)
  package var since: String = "now"
  @Parameter("Only these kinds (contact) or events (contact.added).", in: 0...50)
  package var topics: [String]
  package init() {}

  package func run(
    in session: Session, _ environment: Environment
  ) throws(CallbookError) -> SubscriptionReply {
    let subscription = try session.subscribe(after: start(environment), topics: topics)
    return SubscriptionReply(
      subscription: subscription.number, cursor: environment.cursor(subscription.seq),
      head: environment.cursor(environment.store.headSeq))
  }

  private func start(_ environment: Environment) throws(CallbookError) -> Int64 {
    let head = environment.store.headSeq
    switch since {
    case "now": return head
    case "start": return 0
    default:
      guard let cursor = EventCursor(since) else {
        throw CallbookError(
          .invalidParams, "there is no such place to begin at",
          violations: [Violation("/since", "is `now`, `start` or the cursor of an event")])
      }
      guard cursor.instance == environment.store.instance, cursor.seq <= head else {
        throw CallbookError(
          .otherHistory,
          "this cursor is of another history of the store, such as from before a restore",
          hint: "read the lists again and subscribe from their `head`")
      }
      return cursor.seq
    }
  }
}

/// What subscribing answers; events follow.
package struct SubscriptionReply: Codable, Sendable, Equatable {
  package let subscription: Int
  /// Where the stream begins: behind this place.
  package let cursor: EventCursor
  /// Where the ledger ends now.
  package let head: EventCursor
}
