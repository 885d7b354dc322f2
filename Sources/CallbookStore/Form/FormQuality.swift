package import CallbookModel

/// How good the forms of one operator in one month are (DOMAIN K5).
package struct FormQuality: Codable, Sendable, Equatable {
  /// Of the calls, such as `2026-05`.
  package let month: String
  /// Who spoke with the customers; nil for root and the daemon's own user.
  package let `operator`: String?
  package let forms: Int64
  /// Those with every field filled in that the form has, but for the comment, and every required one
  /// of the shop's own.
  package let complete: Int64
  /// How many of all these fields are filled in, in percent, rounded down; nil when there is no form.
  package let filledPercent: Int64?
  package let withoutTerminal: Int64
  package let withoutSatisfaction: Int64
  /// Those of which operations made nothing yet, handed over or not.
  package let withoutConclusion: Int64
  /// Those without one of the shop's own fields that is required now.
  package let withoutFields: Int64
  /// Those of which there is more than one version.
  package let amended: Int64
  /// Forms that were refused because their transaction number was on another one.
  package let duplicates: Int64

  private enum CodingKeys: String, CodingKey {
    case month, `operator`, forms, complete
    case filledPercent = "filled_percent"
    case withoutTerminal = "without_terminal"
    case withoutSatisfaction = "without_satisfaction"
    case withoutConclusion = "without_conclusion"
    case withoutFields = "without_fields"
    case amended
    case duplicates = "duplicates_refused"
  }
}

extension ReadTransaction {
  /// By month and operator, the newest month first.
  ///
  /// - Parameters:
  ///   - since: the first month, such as `2026-01`; nil for all.
  ///   - until: the last month; nil for all.
  package func formQuality(
    since: String?, until: String?, operator: String?
  ) throws(CallbookError) -> [FormQuality] {
    try sql.all(
      """
      WITH wanted AS (
        SELECT id FROM custom_field WHERE subject = 'form' AND required = 1 AND state = 'in_use'
      ), one AS (
        SELECT f.month, f.operator, f.version, v.terminal, v.satisfaction,
          (SELECT count(*) FROM wanted) - (SELECT count(*) FROM form_field w
            WHERE w.form = f.id AND w.version = f.version AND w.field IN wanted) AS no_fields,
          NOT EXISTS (SELECT 1 FROM form_conclusion c WHERE c.form = f.id) AS no_conclusion
        FROM form f JOIN form_version v ON v.form = f.id AND v.version = f.version
      )
      SELECT g.month, s.user, sum(g.forms), sum(g.complete), sum(g.no_terminal),
        sum(g.no_satisfaction), sum(g.amended), sum(g.duplicates), sum(g.no_conclusion),
        sum(g.lacks_fields), sum(g.no_fields), (SELECT count(*) FROM wanted)
      FROM (
        SELECT month, operator, 1 AS forms,
          terminal IS NOT NULL AND satisfaction IS NOT NULL AND no_fields = 0 AS complete,
          terminal IS NULL AS no_terminal, satisfaction IS NULL AS no_satisfaction,
          version > 1 AS amended, 0 AS duplicates, no_conclusion, no_fields > 0 AS lacks_fields,
          no_fields
        FROM one
        UNION ALL SELECT month, operator, 0, 0, 0, 0, 0, 1, 0, 0, 0 FROM form_refusal
      ) g LEFT JOIN staff s ON s.id = g.operator
      WHERE g.month >= coalesce(?, '') AND g.month <= coalesce(?, '9999-12')
        AND (? IS NULL OR s.user = ?)
      GROUP BY g.month, g.operator ORDER BY g.month DESC, s.user
      """,
      { row in
        row.bind(since)
        row.bind(until)
        row.bind(`operator`)
        row.bind(`operator`)
      }, { FormQuality($0) })
  }
}

extension FormQuality {
  /// Point, transaction number, terminal, problem, solution, running state, satisfaction.
  private static let fieldCount: Int64 = 7

  fileprivate init(_ row: SQLStatement) {
    let forms = row.integer(2)
    let missing = row.integer(4) + row.integer(5) + row.integer(10)
    let fields = forms * (Self.fieldCount + row.integer(11))
    self.init(
      month: row.text(0), operator: row.textOrNil(1), forms: forms, complete: row.integer(3),
      filledPercent: fields == 0 ? nil : (fields - missing) * 100 / fields,
      withoutTerminal: row.integer(4), withoutSatisfaction: row.integer(5),
      withoutConclusion: row.integer(8), withoutFields: row.integer(9), amended: row.integer(6),
      duplicates: row.integer(7))
  }
}
