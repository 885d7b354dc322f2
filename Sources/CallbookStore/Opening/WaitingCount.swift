import CallbookModel
import Glibc

/// How many reminders waited when the store was closed, in a file beside it: counting them takes as
/// long as there are reminders, and a start is not to.
///
/// The file is removed before anything can change: what a crash leaves behind is counted.
struct WaitingCount: Equatable {
  let instance: UniqueID
  /// Where the ledger ended: another store than the one that was closed is counted.
  let tail: LedgerTail
  let count: Int

  private static func path(in directory: StateDirectory) -> String { directory.path + "/waiting" }

  /// What the last stop left, once.
  static func take(in directory: StateDirectory) throws(CallbookError) -> WaitingCount? {
    let path = path(in: directory)
    guard SystemCall.size(of: path) != nil else { return nil }
    let text = try SystemCall.text(of: path)
    try SystemCall.remove(path)
    return WaitingCount(text: text)
  }

  /// Not synced: a file that a power cut took, or a part of, is one that says nothing.
  func keep(in directory: StateDirectory) throws(CallbookError) {
    let path = Self.path(in: directory)
    let file = try SystemCall.open(path, O_WRONLY | O_CREAT | O_TRUNC)
    defer { close(file) }
    try SystemCall.write(Array(text.utf8), to: file, path: path)
  }

  /// - Returns: the count, where it is that of this store.
  func count(of instance: UniqueID, at tail: LedgerTail) -> Int? {
    (self.instance, self.tail) == (instance, tail) ? count : nil
  }
}

extension WaitingCount {
  private var text: String { "\(instance) \(tail.seq) \(hexText(tail.hash)) \(count)\n" }

  fileprivate init?(text: String) {
    guard text.last == "\n" else { return nil }
    let words = text.dropLast().split(separator: " ")
    guard words.count == 4, let instance = UniqueID(String(words[0])), let seq = Int64(words[1]),
      let hash = bytes(ofHexText: words[2]), let count = Int(words[3]), count >= 0
    else { return nil }
    self.init(instance: instance, tail: LedgerTail(seq: seq, hash: hash), count: count)
  }
}
