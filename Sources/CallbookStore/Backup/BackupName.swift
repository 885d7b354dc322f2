package import CallbookModel

/// What a backup's file is called: when it was made and how far its ledger goes, so that names sort by
/// time: `20261122T013000.123Z-000000004711.db`.
package struct BackupName: Hashable, Comparable, Sendable {
  /// When the copy was begun: it holds what was committed by then.
  package let madeAt: Instant
  /// The newest entry of its ledger.
  package let seq: Int64

  package init(madeAt: Instant, seq: Int64) {
    self.madeAt = madeAt
    self.seq = seq
  }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.madeAt, lhs.seq) < (rhs.madeAt, rhs.seq)
  }
}

extension BackupName: LosslessStringConvertible {
  static let suffix = ".db"
  private static let seqDigits = 12

  package var description: String {
    let digits = String(seq)
    let zeros = String(repeating: "0", count: max(0, Self.seqDigits - digits.utf8.count))
    return "\(madeAt.fileText)-\(zeros)\(digits)\(Self.suffix)"
  }

  /// Takes what ``description`` gives and nothing else: a name with a path in it is none.
  package init?(_ description: String) {
    guard description.hasSuffix(Self.suffix) else { return nil }
    let parts = description.dropLast(Self.suffix.utf8.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let madeAt = Instant(fileText: String(parts[0])),
      let seq = Int64(parts[1]), seq >= 0
    else { return nil }
    self.init(madeAt: madeAt, seq: seq)
    guard self.description == description else { return nil }
  }
}

extension Instant {
  /// In the basic format of ISO 8601, which has no colon: `20261122T013000.123Z`.
  var fileText: String { description.filter { $0 != "-" && $0 != ":" } }

  init?(fileText: String) {
    var extended = ""
    for (place, character) in fileText.enumerated() {
      if place == 4 || place == 6 { extended.append("-") }
      if place == 11 || place == 13 { extended.append(":") }
      extended.append(character)
    }
    guard let instant = Instant(extended), instant.fileText == fileText else { return nil }
    self = instant
  }
}
