/// One thing that is wrong with the configuration.
struct ConfigurationProblem: Error, Sendable, Equatable {
  /// `/etc/callbook/callbook.conf:3`, a variable, a flag, or a file alone.
  let place: String
  /// What is wrong and what would be right; never the value itself.
  let message: String

  init(_ place: String, _ message: String) {
    self.place = place
    self.message = message
  }

  init(_ source: SettingSource, _ message: String) {
    self.init("\(source)", message)
  }
}

extension ConfigurationProblem: CustomStringConvertible {
  var description: String { "\(place): \(message)" }
}
