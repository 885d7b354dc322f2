/// Where a value was set.
enum SettingSource: Sendable, Equatable {
  case file(String, line: Int)
  case environment(String)
  /// The flag as it is typed.
  case flag(String)
}

extension SettingSource: CustomStringConvertible {
  var description: String {
    switch self {
    case .file(let path, let line): "\(path):\(line)"
    case .environment(let variable): variable
    case .flag(let flag): flag
    }
  }
}
