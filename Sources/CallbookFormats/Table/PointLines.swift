import CallbookModel

/// Points that have no column of their own, in one cell, a line each: `kind | label | value`.
enum PointLines {
  static func read(_ text: String) -> [PointDraft] {
    text.split(separator: "\n").compactMap { line in
      let parts = CellParts.split(String(line), at: CellParts.fieldSeparators)
      guard parts.count == 3, !parts[2].isEmpty,
        let kind = PointDraft.Kind(rawValue: parts[0].lowercased())
      else {
        return nil
      }
      let value = kind == .phone ? TelephoneURI.number(of: parts[2]) : parts[2]
      return PointDraft(kind, value, label: parts[1].isEmpty ? nil : parts[1])
    }
  }

  static func written(_ points: [PointDraft]) -> String {
    points.map { point in
      CellParts.joined(
        [point.kind.rawValue, point.label ?? "", point.value], by: " | ",
        at: CellParts.fieldSeparators)
    }.joined(separator: "\n")
  }

  /// Marks the points that `text` names (`phone 1; email 2`, counted within a kind).
  static func prefer(_ text: String, in points: inout [PointDraft]) {
    for part in text.lowercased().split(separator: ";") {
      let words = part.split(separator: " ")
      guard words.count == 2, let kind = PointDraft.Kind(rawValue: String(words[0])),
        let number = Int(words[1]), number > 0
      else { continue }
      let places = points.indices.filter { points[$0].kind == kind }
      if number <= places.count { points[places[number - 1]].isPreferred = true }
    }
  }

  static func preferred(in points: [PointDraft]) -> String {
    var counts: [PointDraft.Kind: Int] = [:]
    var names: [String] = []
    for point in points {
      counts[point.kind, default: 0] += 1
      if point.isPreferred { names.append("\(point.kind.rawValue) \(counts[point.kind] ?? 0)") }
    }
    return names.joined(separator: "; ")
  }
}
