import CallbookModel

@testable import CallbookStore

/// What a search is to find in one contact, said as plainly as possible.
struct PlainSearch {
  private let names: [[Unicode.Scalar]]
  private let readings: [[PinyinSyllable?]]
  private let company: [Unicode.Scalar]
  private let companyReading: [PinyinSyllable?]

  init(_ entry: NameIndex.Entry) {
    let name = Array(TextFolding.fold(entry.name).unicodeScalars)
    names = [name, name]
    readings = [true, false].map { Pinyin.reading(of: name, isPerson: $0 && entry.isPerson) }
    company = Array(TextFolding.fold(entry.company ?? "").unicodeScalars)
    companyReading = Pinyin.reading(of: company, isPerson: false)
  }

  var nameLength: Int { names[0].count { $0 != " " } }

  func rank(_ text: String) -> NameIndex.Rank? {
    let words = text.split(separator: " ").map { Array($0.unicodeScalars) }
    if words.count == 1 { return rank(ofWord: words[0]) }
    let ranks = words.map { rank(ofWord: $0)?.amongWords }
    guard !ranks.contains(nil), let weakest = ranks.compactMap({ $0 }).max() else { return nil }
    let phrase = rank(ofWord: Array(words.joined()), onlyStart: true)
    return min(weakest, phrase ?? weakest)
  }

  private func rank(ofWord word: [Unicode.Scalar], onlyStart: Bool = false) -> NameIndex.Rank? {
    var found: [NameIndex.Rank] = []
    for (name, reading) in zip(names, readings) {
      let match = PlainMatch(name, reading, word)
      found += match.ranksInName(onlyStart: onlyStart)
    }
    if let best = found.min() { return best }
    if onlyStart { return nil }
    return PlainMatch(company, companyReading, word).rankInCompany()
  }
}
