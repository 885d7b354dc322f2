import CallbookModel
import Testing

/// What may become of an interaction, and what is refused by name.
struct InteractionTransitionTests {
  private static let time = Instant(millisecondsSince1970: 0)

  private static func call(from source: Interaction.Source? = nil) -> Interaction {
    Interaction(
      id: InteractionID(5), contact: ContactID(1), kind: .call, direction: .incoming,
      isReached: true, at: time, user: "bob", summary: "s", source: source, createdAt: time)
  }

  private static let slip = Interaction.Retraction(at: time, user: "bob", reason: "r")

  @Test func `it is said in other words, and what is not named stays`() throws {
    var call = Self.call()
    try call.edit(summary: "t", direction: nil)
    #expect(call.summary == "t" && call.direction == .incoming)
    try call.edit(summary: nil, direction: .outgoing)
    #expect(call.summary == "t" && call.direction == .outgoing)
  }

  @Test func `what was retracted is changed no more`() throws {
    var call = Self.call()
    try call.retract(Self.slip)
    #expect(call.retraction == Self.slip && call.summary == "s")
    let before = call
    let refusals = Self.refusals(&call)
    #expect(refusals.map(\.reason) == [.wrongState, .wrongState])
    #expect(refusals.allSatisfy { $0.message.contains("was retracted") })
    #expect(call == before)
  }

  @Test func `what came of something else says what that says`() throws {
    let callback = Subject(CallbackID(3))
    var call = Self.call(from: Interaction.Source(callback, "2", outcome: "busy"))
    let refusals = Self.refusals(&call)
    #expect(refusals.map(\.reason) == [.wrongState, .wrongState])
    #expect(refusals.allSatisfy { $0.hint == "callbook callback get k3" })
  }

  /// What each change is refused with.
  private static func refusals(_ call: inout Interaction) -> [CallbookError] {
    var refusals: [CallbookError] = []
    do throws(CallbookError) {
      try call.edit(summary: "x", direction: nil)
    } catch {
      refusals.append(error)
    }
    do throws(CallbookError) {
      try call.retract(slip)
    } catch {
      refusals.append(error)
    }
    return refusals
  }

  @Test func `a note is between nobody, and everything else has a direction`() throws {
    for kind in Interaction.Kind.allCases {
      for direction in Interaction.Direction.allCases.map(Optional.some) + [nil] {
        let isRight = (kind == .note) == (direction == nil)
        #expect(Interaction.violations(kind, direction).isEmpty == isRight)
      }
    }
    var note = Interaction(
      id: InteractionID(6), contact: ContactID(1), kind: .note, direction: nil, isReached: false,
      at: Self.time, user: nil, summary: "s", createdAt: Self.time)
    let error = #expect(throws: CallbookError.self) {
      try note.edit(summary: "t", direction: .incoming)
    }
    #expect(error?.violations.map(\.pointer) == ["/direction"] && note.summary == "s")
  }

  @Test(arguments: [VerificationMeans.phone, .visit, .message, .document])
  func `what reviews call it is said the same way back`(_ means: VerificationMeans) {
    #expect(Interaction.Kind(means).means == means)
  }
}
