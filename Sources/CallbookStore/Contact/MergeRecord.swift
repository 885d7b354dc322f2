import CallbookJSON
import CallbookModel

/// What merging one contact into another changed: what undoing it takes back.
struct MergeRecord: Codable, Sendable, Equatable {
  struct Moved: Codable, Sendable, Equatable {
    let point: PointID
    let wasPreferred: Bool
  }

  /// A place on somebody's emergency list that named the contact.
  struct Listing: Codable, Sendable, Equatable {
    /// As ``EmergencyHolder/number``.
    let holder: Int64
    let entry: EmergencyContact
  }

  let moved: [Moved]
  let twins: [ContactMerge.Twin]
  /// Fields of the survivor before and after, but for tags.
  let fields: [FieldChange]
  /// Tags that the survivor did not have.
  let tags: [String]
  /// Who belonged to the organisation that was merged.
  var members: [ContactID] = []
  var listings: [Listing] = []
  /// nil in what was written before there were any.
  var callbacks: Callbacks?
  /// nil in what was written before there were any.
  var appointments: [AppointmentID]?
  /// nil in what was written before there were any.
  var series: [SeriesID]?
  /// What the survivor's own emergency list gained.
  var emergency: [EmergencyContact] = []
  /// What the survivor's last verification was and became, when the other's was later.
  var verification: VerificationChange?
  var review: JoinedReview?

  struct VerificationChange: Codable, Sendable, Equatable {
    let before: Verification?
    let after: Verification
  }

  /// The review of the other contact that waited.
  struct JoinedReview: Codable, Sendable, Equatable {
    let before: Review
    /// It went to the survivor, or ended for the survivor's own.
    let after: Review
    /// The survivor's own before and after; nil when it had none.
    var ownBefore: Review?
    var ownAfter: Review?
  }

  init(_ merge: ContactMerge, of survivor: Contact) {
    moved = merge.moved.map { Moved(point: $0.id, wasPreferred: $0.isPreferred) }
    twins = merge.twins
    var plain = merge.result
    plain.points = []
    fields = plain.changes(since: survivor).filter { $0.field != "tags" }
    tags = merge.result.tags.filter { !survivor.tags.contains($0) }
  }
}

extension MergeRecord {
  /// Organisations have many members, each a token: more than any request may hold.
  private static let limits = JSONLimits(tokens: 4_000_000)

  init(text: String) throws(CallbookError) {
    self = try WireDecoder.decode(
      Self.self, from: JSONTape(limits: Self.limits).parse(Array(text.utf8)))
  }

  func text() throws(CallbookError) -> String {
    var json = JSONWriter(reserving: 1024)
    try WireEncoder.encode(self, into: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
