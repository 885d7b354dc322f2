import CallbookModel
import Testing

struct FormAnswersTests {
  /// EXPECTATIONS 21: the score is asked for where it is due, and never filled in.
  @Test func `everything that is missing is named at once, in the order of the form`() {
    #expect(
      FormAnswers().missing(satisfactionIsDue: true) == [
        "point", "transaction", "problem", "solution", "running_state", "satisfaction",
      ])
    let blank = FormAnswers(
      point: PointID(1), transaction: "T", problem: "  ", solution: "\u{3000}",
      runningState: .normal)
    #expect(blank.missing(satisfactionIsDue: false) == ["problem", "solution"])
  }

  @Test func `a transaction number is one however it is typed`() {
    let typed = ["AB 0017", "ab0017", "ＡＢ００１７", " AB\t0017 "]
    #expect(Set(typed.map(FormAnswers.transactionKey)).count == 1)
    #expect(FormAnswers.transactionKey("AB0017") != FormAnswers.transactionKey("AB0018"))
  }
}
