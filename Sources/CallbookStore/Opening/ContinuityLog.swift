import CallbookModel
import Glibc
import Synchronization

/// What must outlive the store itself: `continuity.log`, append-only and synced, nothing personal.
///
/// A restore reads it, so that an id that was given out after the backup is never used again and a
/// ledger that was cut off is noticed. Lines:
///
///     instance 019ab… 2026-11-22T01:30:00.000Z
///     ids c 10000          numbers of contacts up to here may be in use
///     head 4711 5f3c…      the ledger had this entry with this hash
final class ContinuityLog: Sendable {
  /// How far ahead numbers are declared as used: one sync for so many adds.
  static let reservedAhead: Int64 = 10_000
  /// How many entries of the ledger lie between two heads: an import makes some a second.
  static let entriesBetweenHeads: Int64 = 5000

  private struct State {
    var reserved: [Unicode.Scalar: Int64] = [:]
    var head: Int64 = 0
    /// Whether the file may end in a part of a line, from a power cut or a full disk.
    var isTorn = false
  }

  private let path: String
  private let descriptor: CInt
  private let state: Mutex<State>

  init(in directory: StateDirectory) throws(CallbookError) {
    path = directory.continuity
    var state = State()
    let text = try Self.text(of: path)
    state.isTorn = !text.isEmpty && text.last != "\n"
    for line in Self.wholeLines(of: text) {
      let words = line.split(separator: " ")
      if words.count == 3, words[0] == "ids", let letter = words[1].unicodeScalars.first {
        state.reserved[letter] = max(state.reserved[letter] ?? 0, Int64(words[2]) ?? 0)
      } else if words.count == 3, words[0] == "head" {
        state.head = max(state.head, Int64(words[1]) ?? 0)
      }
    }
    self.state = Mutex(state)
    descriptor = try SystemCall.open(path, O_WRONLY | O_APPEND | O_CREAT)
  }

  deinit {
    close(descriptor)
  }

  /// Declares the numbers as used before a commit makes them so.
  func reserve(_ highest: [(letter: Unicode.Scalar, number: Int64)]) throws(CallbookError) {
    for (letter, number) in highest {
      let reserved = state.withLock { $0.reserved[letter] ?? 0 }
      guard number > reserved else { continue }
      let ahead = number + Self.reservedAhead
      try append("ids \(letter) \(ahead)")
      state.withLock { $0.reserved[letter] = ahead }
    }
  }

  /// The place in the ledger that was noted last.
  var head: Int64 { state.withLock { $0.head } }

  /// Notes the ledger's head when it is a new one.
  func note(_ tail: LedgerTail) throws(CallbookError) {
    guard tail.seq > head else { return }
    try append("head \(tail.seq) \(hexText(tail.hash))")
    state.withLock { $0.head = tail.seq }
  }

  func noteInstance(_ instance: UniqueID, at instant: Instant) throws(CallbookError) {
    try append("instance \(instance) \(instant)")
  }

  private func append(_ line: String) throws(CallbookError) {
    // A part of a line is ended first, or this one would be read as the rest of it.
    let isTorn = state.withLock { state in
      defer { state.isTorn = true }
      return state.isTorn
    }
    try SystemCall.write(
      Array(((isTorn ? "\n" : "") + line + "\n").utf8), to: descriptor, path: path)
    try SystemCall.sync(descriptor, path: path)
    state.withLock { $0.isTorn = false }
  }

  private static func text(of path: String) throws(CallbookError) -> String {
    guard SystemCall.size(of: path) != nil else { return "" }
    let descriptor = try SystemCall.open(path, O_RDONLY)
    defer { close(descriptor) }
    var text: [UInt8] = []
    while true {
      let chunk = try SystemCall.read(descriptor, atMost: 65_536, path: path)
      guard !chunk.isEmpty else { return String(decoding: text, as: UTF8.self) }
      text += chunk
    }
  }

  /// A torn last line is not a line.
  private static func wholeLines(of text: String) -> [Substring] {
    guard let end = text.lastIndex(of: "\n") else { return [] }
    return text[..<end].split(separator: "\n")
  }
}

/// Base 16 in lower case.
package func hexText(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}
