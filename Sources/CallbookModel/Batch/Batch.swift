/// Callback forms that were handed over to operations together (DOMAIN K4): a state machine as a value.
///
///     created ─────── acknowledge ──> acknowledged: operations has taken it over
///     acknowledged ── conclude ─────> as it was; concluded with the last of its forms
///     concluded ───── conclude ─────> as it was: a form that was amended is concluded again
///
/// Whatever is not listed is refused by name. Which forms are in it never changes.
package struct Batch: Codable, Sendable, Equatable {
  package enum State: String, Codable, Sendable, CaseIterable {
    /// Operations has yet to take it over.
    case created
    /// Forms of it wait for their conclusions.
    case acknowledged
    /// Every form of it has one.
    case concluded
  }

  /// Those of its forms that are counted.
  package struct Counts: Sendable, Equatable {
    package let forms: Int64
    package let concluded: Int64
    package let amended: Int64

    package init(forms: Int64, concluded: Int64 = 0, amended: Int64 = 0) {
      self.forms = forms
      self.concluded = concluded
      self.amended = amended
    }
  }

  /// More are handed over in a second batch: one is written at once, and worked through by people.
  package static let mostForms = 500

  package let id: BatchID
  package let uuid: UniqueID
  package internal(set) var state: State
  /// The month of the calls that it was narrowed to, such as `2026-05`.
  package let month: String?
  package let forms: Int64
  /// Those that have a conclusion.
  package let concluded: Int64
  /// Those that were amended since they were handed over.
  package let amended: Int64
  /// By when the next step is to be done; nil when it is concluded.
  package internal(set) var due: Instant?
  package let createdAt: Instant
  /// The user name; nil for root and the daemon's own user.
  package let createdBy: String?
  package internal(set) var acknowledgedAt: Instant?
  package internal(set) var acknowledgedBy: String?
  package internal(set) var concludedAt: Instant?

  /// For whoever reads it from where it is kept.
  package init(
    id: BatchID, uuid: UniqueID, state: State, month: String?, counts: Counts, due: Instant?,
    createdAt: Instant, createdBy: String?, acknowledgedAt: Instant?, acknowledgedBy: String?,
    concludedAt: Instant?
  ) {
    self.id = id
    self.uuid = uuid
    self.state = state
    self.month = month
    forms = counts.forms
    concluded = counts.concluded
    amended = counts.amended
    self.due = due
    self.createdAt = createdAt
    self.createdBy = createdBy
    self.acknowledgedAt = acknowledgedAt
    self.acknowledgedBy = acknowledgedBy
    self.concludedAt = concludedAt
  }

  private enum CodingKeys: String, CodingKey {
    case id, state, month, forms, concluded, amended
    case due = "due_at"
    case createdAt = "created_at"
    case createdBy = "created_by"
    case acknowledgedAt = "acknowledged_at"
    case acknowledgedBy = "acknowledged_by"
    case concludedAt = "concluded_at"
    case uuid
  }
}

extension Batch: Identified {
  package static var idLetter: Unicode.Scalar { "b" }
  package static var noun: String { "batch" }
}

package typealias BatchID = Identifier<Batch>
