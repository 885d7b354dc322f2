/// What a callback form asks for.
package struct FormAnswers: Codable, Sendable, Equatable {
  /// How the terminal runs.
  package enum RunningState: String, Codable, Sendable, CaseIterable {
    case normal, intermittent, down, unused
  }

  /// The number on which the customer was reached.
  package var point: PointID?
  /// 交易单号, as it was typed.
  package var transaction: String?
  package var terminal: String?
  package var problem: String?
  package var solution: String?
  package var runningState: RunningState?
  /// 1 (very dissatisfied) to 5.
  package var satisfaction: Int64?
  package var comment: String?
  /// Of the fields that the shop defined.
  package var fields: CustomFieldValues

  package init(
    point: PointID? = nil, transaction: String? = nil, terminal: String? = nil,
    problem: String? = nil, solution: String? = nil, runningState: RunningState? = nil,
    satisfaction: Int64? = nil, comment: String? = nil,
    fields: CustomFieldValues = CustomFieldValues()
  ) {
    self.point = point
    self.transaction = transaction
    self.terminal = terminal
    self.problem = problem
    self.solution = solution
    self.runningState = runningState
    self.satisfaction = satisfaction
    self.comment = comment
    self.fields = fields
  }

  private enum CodingKeys: String, CodingKey {
    case point, transaction, terminal, problem, solution
    case runningState = "running_state"
    case satisfaction, comment, fields
  }
}

extension FormAnswers {
  /// The names of everything that has to be there and is not, in the order of the form.
  ///
  /// - Parameter satisfactionIsDue: false when whoever writes may not enter it: somebody else does.
  package func missing(satisfactionIsDue: Bool) -> [String] {
    func isBlank(_ text: String?) -> Bool { text.map(TextFolding.trimmed)?.isEmpty ?? true }
    let answers: [(name: String, isMissing: Bool)] = [
      ("point", point == nil), ("transaction", isBlank(transaction)),
      ("problem", isBlank(problem)), ("solution", isBlank(solution)),
      ("running_state", runningState == nil),
      ("satisfaction", satisfaction == nil && satisfactionIsDue),
    ]
    return answers.filter(\.isMissing).map(\.name)
  }

  /// What equals a transaction number however it is typed: half width, without case and spaces.
  package static func transactionKey(_ typed: String) -> String {
    TextFolding.fold(typed).filter { !$0.isWhitespace }
  }

  /// Whether two are about the same satisfaction: whoever may not enter it may not change it.
  package func hasSameSatisfaction(as other: FormAnswers?) -> Bool {
    (satisfaction, comment) == (other?.satisfaction, other?.comment)
  }
}
