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
    /// The newest instance, and the newest of its heads.
    var instance: UniqueID?
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
    for line in Self.lines(of: text) {
      switch line {
      case .ids(let letter, let number):
        state.reserved[letter] = max(state.reserved[letter] ?? 0, number)
      case .head(let tail): state.head = max(state.head, tail.seq)
      // Another history counts its changes anew.
      case .instance(let instance): (state.instance, state.head) = (instance, 0)
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

  /// Notes from where on heads are those of another history; again is fine.
  func noteInstance(_ instance: UniqueID, at instant: Instant) throws(CallbookError) {
    guard state.withLock(\.instance) != instance else { return }
    try append("instance \(instance) \(instant)")
    state.withLock { ($0.instance, $0.head) = (instance, 0) }
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
    return try SystemCall.text(of: path)
  }
}

// MARK: Reading

extension ContinuityLog {
  private enum Line {
    case instance(UniqueID)
    case ids(Unicode.Scalar, Int64)
    case head(LedgerTail)
  }

  /// What a restore has to know of the time that is lost.
  struct Past {
    /// By the letter of the kind, up to which number ids may have been handed out.
    var reserved: [Unicode.Scalar: Int64] = [:]
    /// Where the newest history ended, as far as it was noted.
    var head: LedgerTail?
    /// All histories that were noted: not that of the copy on a machine that never had the store.
    var instances: Set<UniqueID> = []
  }

  static func past(in directory: StateDirectory) throws(CallbookError) -> Past {
    var past = Past()
    for line in lines(of: try text(of: directory.continuity)) {
      switch line {
      case .instance(let instance):
        past.instances.insert(instance)
        past.head = nil
      case .ids(let letter, let number):
        past.reserved[letter] = max(past.reserved[letter] ?? 0, number)
      case .head(let tail): if tail.seq > past.head?.seq ?? 0 { past.head = tail }
      }
    }
    return past
  }

  /// The noted entries of one history.
  func heads(of instance: UniqueID) throws(CallbookError) -> [LedgerTail] {
    try Self.heads(of: instance, in: path)
  }

  static func heads(
    of instance: UniqueID, in path: String
  ) throws(CallbookError) -> [LedgerTail] {
    var current: UniqueID?
    var heads: [LedgerTail] = []
    for line in lines(of: try text(of: path)) {
      switch line {
      case .instance(let next): current = next
      case .head(let tail): if current == instance { heads.append(tail) }
      case .ids: break
      }
    }
    return heads
  }

  /// A torn last line is not a line, and what is not understood is passed over.
  private static func lines(of text: String) -> [Line] {
    guard let end = text.lastIndex(of: "\n") else { return [] }
    return text[..<end].split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 3 else { return nil }
      switch words[0] {
      case "instance": return UniqueID(String(words[1])).map { .instance($0) }
      case "ids":
        guard let letter = words[1].unicodeScalars.first, let number = Int64(words[2]) else {
          return nil
        }
        return .ids(letter, number)
      case "head":
        guard let seq = Int64(words[1]), let hash = bytes(ofHexText: words[2]) else { return nil }
        return .head(LedgerTail(seq: seq, hash: hash))
      default: return nil
      }
    }
  }
}

/// Base 16 in lower case.
package func hexText(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}

/// What ``hexText(_:)`` gave; nil for anything else.
package func bytes(ofHexText text: some StringProtocol) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count.isMultiple(of: 2) else { return nil }
  var bytes: [UInt8] = []
  for place in stride(from: 0, to: digits.count, by: 2) {
    guard let byte = UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16)
    else { return nil }
    bytes.append(byte)
  }
  return bytes
}
