import CallbookModel

/// Points that have no column of their own, in one cell, a line each: `kind | label | value`.
enum PointLines {
  /// Nil when a line is not written so.
  static func read(_ text: String) -> [PointDraft]? {
    var points: [PointDraft] = []
    for line in text.split(separator: "\n") where !CellText.trimmed(line).isEmpty {
      let parts = CellParts.split(String(line), at: CellParts.fieldSeparators)
      guard parts.count == 3, let kind = PointDraft.Kind(rawValue: parts[0].lowercased()) else {
        return nil
      }
      // A point without a value is none.
      if parts[2].isEmpty { continue }
      let value = kind == .phone ? TelephoneURI.number(of: parts[2]) : parts[2]
      points.append(PointDraft(kind, value, label: parts[1].isEmpty ? nil : parts[1]))
    }
    return points
  }

  static func written(_ points: [PointDraft]) -> String {
    points.map { point in
      CellParts.joined(
        [point.kind.rawValue, point.label ?? "", point.value], by: " | ",
        at: CellParts.fieldSeparators)
    }.joined(separator: "\n")
  }

  /// The points that `text` names (`phone 1; email 2`); nil when it is not written so.
  static func places(_ text: String) -> [PointPlace]? {
    var places: [PointPlace] = []
    for part in text.split(separator: ";") {
      guard let place = PointPlace(part) else { return nil }
      places.append(place)
    }
    return places
  }

  static func preferred(in points: [PointDraft]) -> String {
    zip(PointPlace.of(points), points).compactMap { $1.isPreferred ? $0.text : nil }
      .joined(separator: "; ")
  }

  /// The places of `points` in their own order; empty when they are read back in it anyway.
  ///
  /// - Parameter ordered: the same points as they are read back.
  static func order(of points: [PointDraft], from ordered: [PointDraft]) -> String {
    guard points != ordered else { return "" }
    return PointPlace.of(points).map(\.text).joined(separator: "; ")
  }

  /// Puts points in the order of `places`; those that it does not name come last.
  static func sort(_ points: inout [PointDraft], by places: [PointPlace]) {
    let own = PointPlace.of(points)
    let named = places.compactMap { own.firstIndex(of: $0) }
    let rest = points.indices.filter { !named.contains($0) }
    points = (named + rest).map { points[$0] }
  }
}
