/// A configuration in which nothing is wrong, and where it comes from.
struct LoadedConfiguration: Sendable {
  var settings = Settings()
  /// The files that were read, in this order.
  var files: [String] = []
  /// Where each key was set last; keys that are not in it have their default.
  var origins: [String: SettingSource] = [:]

  /// Every key with the value that holds and where it was set, as a configuration file.
  var text: String {
    Setting.all.map { setting in
      let origin = origins[setting.key].map { "\($0)" } ?? "default"
      return "# \(origin)\n\(setting.key) = \(setting.text(in: settings))\n"
    }.joined()
  }
}
