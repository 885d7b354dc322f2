/// What a check came to.
enum Finding: Equatable {
  case well(String)
  /// - Parameter fix: what to type.
  case amiss(String, fix: String)
  /// It cannot be looked at, or does not matter here.
  case skipped(String)

  /// For programs.
  var state: String {
    switch self {
    case .well: "ok"
    case .amiss: "amiss"
    case .skipped: "skipped"
    }
  }

  var message: String {
    switch self {
    case .well(let message), .amiss(let message, _), .skipped(let message): message
    }
  }

  var fix: String? {
    if case .amiss(_, let fix) = self { fix } else { nil }
  }
}
