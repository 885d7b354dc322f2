package import CallbookModel

/// What the cells of one column mean.
package enum Column: Sendable, Equatable {
  case name, givenName, familyName, title, organisation
  case kind, category, status, source, language
  case notes, tags, uid
  /// The user who looks after it, and the UID of its organisation: only our own exports have them.
  case owner, organisationUID
  /// How often it is reviewed, and when, by whom and how somebody was reached last.
  case reviewCycle, verifiedOn, verifiedBy, verifiedHow
  /// - Parameter number: which one of its kind, from 1; a label column finds its point by it.
  case point(PointDraft.Kind, label: String?, number: Int)
  case pointLabel(PointDraft.Kind, number: Int)
  /// Which points are preferred: `phone 1; email 2`.
  case preferred
  /// Points that have no column of their own, one a line: `kind | label | value`.
  case morePoints
  /// What else is known of points, one a line: `phone 1 | backup | consent given`.
  case pointDetails
  /// The order of all points, when it is not that of the columns: `wechat 1; phone 1`.
  case pointOrder
  /// Whole entries, one a line: `name | phone | relation`, or as people write them.
  case emergency(number: Int)
  case emergencyPhone(number: Int)
  case emergencyRelation(number: Int)
  /// One of the shop's own, by its key.
  case field(String)
  /// What a reject file added, and running numbers.
  case ignored
  /// Kept in the notes under its heading.
  case unknown

  /// The column as the `number`th of its kind, where that makes a difference.
  func numbered(_ number: Int) -> Column {
    switch self {
    case .point(let kind, let label, _): .point(kind, label: label, number: number)
    case .pointLabel(let kind, _): .pointLabel(kind, number: number)
    case .emergency: .emergency(number: number)
    case .emergencyPhone: .emergencyPhone(number: number)
    case .emergencyRelation: .emergencyRelation(number: number)
    default: self
    }
  }

  /// Whether a second column of it adds to the first.
  var isRepeatable: Bool {
    switch self {
    case .point, .pointLabel, .emergency, .emergencyPhone, .emergencyRelation, .ignored, .unknown,
      .morePoints, .notes, .tags:
      true
    case .name, .givenName, .familyName, .title, .organisation, .kind, .category, .status,
      .source, .language, .uid, .field, .preferred, .owner, .organisationUID, .pointDetails,
      .pointOrder, .reviewCycle, .verifiedOn, .verifiedBy, .verifiedHow:
      false
    }
  }
}
