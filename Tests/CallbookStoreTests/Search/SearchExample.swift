@testable import CallbookStore

/// A small index and what is found in it, for the tests of searches.
enum SearchExample {
  static func index(_ entries: [NameIndex.Entry]) -> NameIndex {
    let index = NameIndex()
    index.insert(entries)
    return index
  }

  /// Persons without a company, numbered from 1.
  static func persons(_ names: String...) -> [NameIndex.Entry] {
    names.enumerated().map { person(Int64($0.offset + 1), $0.element) }
  }

  static func person(_ id: Int64, _ name: String, at company: String? = nil) -> NameIndex.Entry {
    NameIndex.Entry(id: id, name: name, company: company, isPerson: true)
  }

  static func organisation(_ id: Int64, _ name: String) -> NameIndex.Entry {
    NameIndex.Entry(id: id, name: name, company: nil, isPerson: false)
  }
}

extension NameIndex {
  func ids(_ text: String, limit: Int = 50) -> [Int64] { search(text, limit: limit).map(\.id) }
}

extension NameIndex {
  /// Whether the characters stand side by side in the index's memory, live or dead.
  func holds(_ text: String) -> Bool {
    let needle = Array(text.utf16)
    return segments.contains { segment in
      segment.withView { view in
        [view.names, view.companies].compactMap(\.units).contains { units in
          units.indices.contains { units[$0...].starts(with: needle) }
        }
      }
    }
  }
}

/// A generator whose numbers hang on the seed alone.
struct SearchRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
