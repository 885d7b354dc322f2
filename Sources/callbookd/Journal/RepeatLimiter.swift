import CallbookModel
import CallbookStore

/// Keeps what a client can cause at will from filling the journal: the first of a kind is said at
/// once, what repeats it within a minute is counted and said once at the minute's end. A value.
struct RepeatLimiter {
  /// What counts as a repetition.
  struct Key: Hashable {
    let kind: EventKind
    let uid: UInt32?
    let detail: String
  }

  struct Said: Equatable {
    let event: JournalEvent
    /// How many more there were since it was said last; 0 for the first.
    let repeats: Int
  }

  private struct Window {
    var endsAt: Int64
    var event: JournalEvent
    var repeats = 0

    mutating func hold(_ repetition: JournalEvent) {
      event = repeats == 0 ? repetition : event.joined(with: repetition)
      repeats += 1
    }

    /// What holds a count says it together for all that was held back.
    var said: Said { Said(event: event, repeats: event.isCount ? 0 : repeats) }
  }

  static let windowMilliseconds: Int64 = 60_000
  /// More users than a shop's server has; those beyond share a window for each kind.
  static let mostWindows = 256

  private var windows: [Key: Window] = [:]

  /// - Returns: whether the event is said now.
  mutating func admit(_ event: JournalEvent, now: Int64) -> Bool {
    guard var key = event.repetitionKey else { return true }
    if windows[key] == nil, windows.count >= Self.mostWindows {
      key = Key(kind: key.kind, uid: nil, detail: "")
    }
    if windows[key] == nil {
      windows[key] = Window(endsAt: now + Self.windowMilliseconds, event: event)
      return true
    }
    windows[key]?.hold(event)
    return false
  }

  /// What has to be said now of windows that are over.
  mutating func turn(now: Int64) -> [Said] {
    var said: [Said] = []
    for (key, window) in windows where now >= window.endsAt {
      guard window.repeats > 0 else {
        windows[key] = nil
        continue
      }
      said.append(window.said)
      windows[key] = Window(endsAt: now + Self.windowMilliseconds, event: window.event)
    }
    return said
  }

  /// The same for all windows, however long they still last: at a stop.
  mutating func finish() -> [Said] {
    defer { windows = [:] }
    return windows.values.filter { $0.repeats > 0 }
      .map(\.said)
  }
}

extension JournalEvent {
  /// nil for what nobody can cause at will.
  fileprivate var repetitionKey: RepeatLimiter.Key? {
    func key(_ uid: UInt32?, _ detail: String = "") -> RepeatLimiter.Key {
      RepeatLimiter.Key(kind: kind, uid: uid, detail: detail)
    }
    switch self {
    case .callerRefused(let uid, let reason), .limitExceeded(let uid, let reason):
      return key(uid, reason.rawValue)
    case .connectionRefused(let uid, _), .clientStalled(let uid, _): return key(uid)
    case .requestFailed(let method, let reason):
      return key(nil, (method ?? "") + " " + reason.rawValue)
    case .peerUnidentified, .acceptFailed: return key(nil)
    case .storeTrouble(let part, _): return key(nil, part.rawValue)
    // Reminders fall due whenever somebody wants, also one by one.
    case .reminders(let outcome, _): return key(nil, outcome.rawValue)
    default: return nil
    }
  }

  /// Whether it tells of many things at once, which are counted.
  fileprivate var isCount: Bool {
    if case .reminders = self { true } else { false }
  }

  /// One that stands for both: the later one, with what both count.
  fileprivate func joined(with later: JournalEvent) -> JournalEvent {
    guard case .reminders(_, var tally) = self, case .reminders(let outcome, let other) = later
    else { return later }
    tally.add(other)
    return .reminders(outcome, tally)
  }
}
