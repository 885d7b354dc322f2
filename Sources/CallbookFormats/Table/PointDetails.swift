import CallbookModel

/// What is known of points beside value and label, in one cell, a line each point:
/// `phone 1 | backup | consent given | do not use | quiet 22:00-08:00 | verified 2026-05-03 | by bob
/// | how phone`.
struct PointDetails {
  private let place: PointPlace
  private var rank: ContactPoint.Rank?
  private var consent = ContactPoint.Consent.unknown
  private var doNotUse = false
  private var quietHours: QuietHours?
  private var verifiedOn: CalendarDate?
  private var verifiedBy: String?
  private var verifiedHow: VerificationMeans?

  /// Nil when a line is not written so.
  static func read(_ text: String) -> [PointDetails]? {
    var details: [PointDetails] = []
    for line in text.split(separator: "\n") {
      guard let read = PointDetails(line.split(separator: "|").map { CellText.trimmed($0) }) else {
        return nil
      }
      details.append(read)
    }
    return details
  }

  /// - Parameter points: in the order in which they are read back.
  static func written(_ points: [PointDraft]) -> String {
    zip(PointPlace.of(points), points).compactMap { place, point in
      let words = words(of: point)
      return words.isEmpty ? nil : ([place.text] + words).joined(separator: " | ")
    }.joined(separator: "\n")
  }

  /// A point that somebody took out of its column has no details either.
  func apply(to points: inout [PointDraft]) {
    guard let index = PointPlace.of(points).firstIndex(of: place) else { return }
    points[index].rank = rank
    points[index].consent = consent
    points[index].doNotUse = doNotUse
    points[index].quietHours = quietHours
    points[index].verifiedOn = verifiedOn
    points[index].verifiedBy = verifiedBy
    points[index].verifiedHow = verifiedHow
  }

  private init?(_ parts: [String]) {
    guard let first = parts.first, let place = PointPlace(first) else { return nil }
    self.place = place
    for part in parts.dropFirst() where !take(part) { return nil }
  }

  private mutating func take(_ typed: String) -> Bool {
    let part = typed.lowercased()
    if part == "do not use" {
      doNotUse = true
      return true
    }
    if let rank = ContactPoint.Rank(rawValue: part) {
      self.rank = rank
      return true
    }
    let words = part.split(separator: " ").map(String.init)
    guard words.count == 2 else { return false }
    switch words[0] {
    case "consent":
      guard let consent = ContactPoint.Consent(rawValue: words[1]) else { return false }
      self.consent = consent
    case "quiet":
      quietHours = QuietHours(words[1])
      return quietHours != nil
    case "verified":
      verifiedOn = CalendarDate(words[1])
      return verifiedOn != nil
    case "by":
      let user = String(typed.split(separator: " ")[1])
      verifiedBy = Verification.isUserName(user) ? user : nil
      return verifiedBy != nil
    case "how":
      verifiedHow = VerificationMeans(rawValue: words[1])
      return verifiedHow != nil
    default: return false
    }
    return true
  }

  private static func words(of point: PointDraft) -> [String] {
    var words: [String] = []
    if let rank = point.rank { words.append(rank.rawValue) }
    if point.consent != .unknown { words.append("consent \(point.consent.rawValue)") }
    if point.doNotUse { words.append("do not use") }
    if let hours = point.quietHours { words.append("quiet \(hours)") }
    if let day = point.verifiedOn { words.append("verified \(day)") }
    if let user = point.verifiedBy { words.append("by \(user)") }
    if let how = point.verifiedHow { words.append("how \(how.rawValue)") }
    return words
  }
}
