import Testing

/// Time, randomness and surroundings come in from outside; nothing is swallowed, nothing traps.
struct ForbiddenCallTests {
  @Test func `no source calls what its place forbids`() {
    for source in SourceTree.swift {
      Finding.report(ForbiddenCall.all.flatMap { $0.findings(in: source) })
    }
  }

  @Test func `what is unchecked says on the line above why it holds`() {
    let unproven = ForbiddenCall(
      "@unchecked Sendable", "the invariant belongs on the line above", unless: .comment)
    for source in SourceTree.swift {
      Finding.report(unproven.findings(in: source))
    }
  }
}
