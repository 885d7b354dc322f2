import CallbookTesting
import Synchronization

/// What the daemon answered, by key: the number that the contact got.
final class Promises: Sendable {
  private struct State {
    var answered: [String: Int64] = [:]
    var open: Set<String> = []
    var recent: [String] = []
    var faults: [String] = []
  }

  private let state = Mutex(State())

  func sent(_ key: String) {
    state.withLock { state in
      if state.answered[key] == nil { state.open.insert(key) }
    }
  }

  /// Takes a reply to an add: the key is its id.
  func took(_ reply: String) {
    guard let key = between(#""id":""#, #"""#, in: reply) else { return fault(reply) }
    guard let id = between(#""id":"c"#, #"""#, in: reply).flatMap({ Int64($0) }) else {
      // A daemon that is going down may say so; nothing was promised.
      return
    }
    state.withLock { state in
      if let before = state.answered[key], before != id {
        state.faults.append("\(key) was c\(before) and is c\(id)")
      }
      state.answered[key] = id
      state.open.remove(key)
      state.recent = state.recent.suffix(4) + [key]
    }
  }

  func fault(_ text: String) { state.withLock { $0.faults.append(text) } }

  /// What was sent and not answered.
  var open: [String] { state.withLock { $0.open.sorted() } }
  /// The five that were answered last.
  var recent: [String] { state.withLock { $0.recent } }
  var answered: [String: Int64] { state.withLock { $0.answered } }
  var faults: [String] { state.withLock { $0.faults } }
}
