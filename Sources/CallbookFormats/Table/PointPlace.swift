import CallbookModel

/// A point as cells name it: its kind and which of that kind it is, from 1, such as `phone 2`.
struct PointPlace: Hashable {
  let kind: PointDraft.Kind
  let number: Int

  private init(_ kind: PointDraft.Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  init?(_ text: some StringProtocol) {
    let words = text.lowercased().split(separator: " ")
    guard words.count == 2, let kind = PointDraft.Kind(rawValue: String(words[0])),
      let number = Int(words[1]), number > 0
    else { return nil }
    self.init(kind, number)
  }

  var text: String { "\(kind.rawValue) \(number)" }

  static func of(_ points: [PointDraft]) -> [PointPlace] {
    var counts: [PointDraft.Kind: Int] = [:]
    return points.map { point in
      counts[point.kind, default: 0] += 1
      return PointPlace(point.kind, counts[point.kind] ?? 0)
    }
  }
}
