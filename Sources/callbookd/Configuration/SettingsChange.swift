/// What a reload makes of the settings that hold and those that were read.
struct SettingsChange: Sendable, Equatable {
  /// Keys whose value is another from now on.
  private(set) var applied: [String] = []
  /// Keys whose new value waits for a restart.
  private(set) var waiting: [String] = []

  /// Takes over what a reload can apply; the rest stays as it was, so that it is named again by the
  /// next reload.
  static func take(_ new: Settings, into current: inout Settings) -> Self {
    var change = Self()
    for setting in Setting.all where setting.text(in: new) != setting.text(in: current) {
      guard setting.change != .restart else {
        change.waiting.append(setting.key)
        continue
      }
      setting.copy(from: new, to: &current)
      change.applied.append(setting.key)
    }
    return change
  }
}

extension Setting {
  fileprivate func copy(from source: Settings, to target: inout Settings) {
    switch kind {
    case .number(let value, _, _): target[keyPath: value] = source[keyPath: value]
    case .path(let value): target[keyPath: value] = source[keyPath: value]
    }
  }
}
