import CallbookProtocol
import CallbookServer
import Systemd

/// Where values come from, the later ones before the earlier: the program's defaults, the main
/// file, its drop-ins by name, the environment, the flags.
struct ConfigurationSources: Sendable {
  static let usualPath = "/etc/callbook/callbook.conf"

  /// The main file; its drop-ins are `*.conf` in the directory of the same name with `.d` behind.
  let path: String
  /// Whether there has to be a main file: somebody has named it.
  let isRequired: Bool
  let environment: [String: String]
  let flags: [Assignment]

  /// - Parameter path: as `--config` has it.
  init(path: String?, environment: [String: String], flags: [Assignment]) {
    self.path = path ?? Self.usualPath
    isRequired = path != nil
    self.environment = environment
    self.flags = flags
  }

  /// - Throws: everything that is wrong, not only the first thing.
  func load() throws(ConfigurationErrors) -> LoadedConfiguration {
    var reading = Reading()
    readFiles(into: &reading)
    readEnvironment(into: &reading)
    for flag in flags { reading.take(flag) }
    if reading.problems.isEmpty { reading.checkTogether() }
    guard reading.problems.isEmpty else {
      throw ConfigurationErrors(problems: reading.problems)
    }
    return reading.loaded
  }

  private func readFiles(into reading: inout Reading) {
    reading.takeFile(path, isRequired: isRequired)
    let directory = path + ".d"
    do throws(SystemError) {
      for name in try TextFile.names(in: directory)
      where name.hasSuffix(".conf") && !name.hasPrefix(".") {
        reading.takeFile("\(directory)/\(name)", isRequired: true)
      }
    } catch {
      reading.problems.append(ConfigurationProblem(directory, "cannot be read: \(error)"))
    }
  }

  private func readEnvironment(into reading: inout Reading) {
    for setting in Setting.all {
      guard let value = environment[setting.variable] else { continue }
      reading.take(
        Assignment(key: setting.key, value: value, source: .environment(setting.variable)))
    }
    for variable in environment.keys.sorted() where variable.hasPrefix(Setting.variablePrefix) {
      guard let meant = Self.meant(by: variable) else { continue }
      reading.problems.append(
        ConfigurationProblem(variable, "is no setting; the nearest is \(meant)"))
    }
  }

  /// The environment is shared with other programs, so that a strange variable is theirs unless it is
  /// a slip of the fingers.
  private static func meant(by variable: String) -> String? {
    let known = Setting.all.map(\.variable)
    guard !known.contains(variable) else { return nil }
    return NearestWord.to(variable, among: known, within: 2)
  }
}

/// Everything that is wrong with a configuration.
struct ConfigurationErrors: Error, Equatable {
  let problems: [ConfigurationProblem]
}

extension ConfigurationSources {
  /// What has been read so far.
  private struct Reading {
    var loaded = LoadedConfiguration()
    var problems: [ConfigurationProblem] = []

    mutating func takeFile(_ path: String, isRequired: Bool) {
      do throws(SystemError) {
        guard let text = try TextFile.text(of: path, atMost: ConfigurationFile.mostBytes) else {
          if isRequired { problems.append(ConfigurationProblem(path, "does not exist")) }
          return
        }
        loaded.files.append(path)
        for entry in ConfigurationFile(text, path: path).entries {
          switch entry {
          case .success(let assignment): take(assignment)
          case .failure(let problem): problems.append(problem)
          }
        }
      } catch {
        problems.append(ConfigurationProblem(path, "cannot be read: \(error)"))
      }
    }

    mutating func take(_ assignment: Assignment) {
      guard let setting = Setting.of(assignment.key) else {
        problems.append(
          ConfigurationProblem(assignment.source, ConfigurationFile.unknown(assignment.key)))
        return
      }
      if let wrong = wrong(with: assignment, for: setting) {
        problems.append(ConfigurationProblem(assignment.source, "\(setting.key) \(wrong)"))
        return
      }
      loaded.origins[setting.key] = assignment.source
    }

    private mutating func wrong(with assignment: Assignment, for setting: Setting) -> String? {
      // A file is read wherever the daemon was started; a flag is typed somewhere.
      if case .path = setting.kind, case .file = assignment.source,
        !assignment.value.isEmpty, !assignment.value.hasPrefix("/")
      {
        return "must be an absolute path"
      }
      return setting.set(assignment.value, in: &loaded.settings)
    }

    mutating func checkTogether() {
      let settings = loaded.settings
      let all = settings.limits.connections
      if settings.limits.connectionsOfOneUser > all {
        complain("connections_of_one_user", "must be at most connections, which is \(all)")
      }
      if settings.server.reservedConnections >= all {
        complain("reserved_connections", "must be less than connections, which is \(all)")
      }
      if settings.stateDirectory.isEmpty { complain("state_directory", "must not be empty") }
    }

    /// At the place of the key itself, or else of the one that it does not fit.
    private mutating func complain(_ key: String, _ message: String) {
      let place = (loaded.origins[key] ?? loaded.origins["connections"]).map { "\($0)" } ?? key
      problems.append(ConfigurationProblem(place, "\(key) \(message)"))
    }
  }
}
