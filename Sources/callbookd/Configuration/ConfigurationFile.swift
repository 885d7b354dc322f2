import CallbookProtocol

/// The text of one configuration file: `key = value` lines, `#` comments, blank lines.
struct ConfigurationFile {
  /// In the order of the lines.
  private(set) var entries: [Result<Assignment, ConfigurationProblem>] = []

  /// Far more than every key with its comment takes.
  static let mostBytes = 256 * 1024

  init(_ text: String, path: String) {
    var lines: [String: Int] = [:]
    // By scalars: a carriage return and its line feed are one character.
    let all = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in all.enumerated() {
      let line = Substring(line).trimmed
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let source = SettingSource.file(path, line: index + 1)
      do throws(ConfigurationProblem) {
        let assignment = try Self.assignment(line, at: source)
        if let earlier = lines[assignment.key] {
          throw ConfigurationProblem(
            source, "\(assignment.key) is set in line \(earlier) of this file already")
        }
        lines[assignment.key] = index + 1
        entries.append(.success(assignment))
      } catch {
        entries.append(.failure(error))
      }
    }
  }

  private static func assignment(
    _ line: Substring, at source: SettingSource
  ) throws(ConfigurationProblem) -> Assignment {
    guard !line.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" }) else {
      throw ConfigurationProblem(source, "contains a control character")
    }
    guard let sign = line.firstIndex(of: "=") else {
      throw ConfigurationProblem(source, "is not `key = value`, nor a `#` comment")
    }
    let key = String(line[..<sign].trimmed)
    guard Setting.of(key) != nil else { throw ConfigurationProblem(source, unknown(key)) }
    let value = String(line[line.index(after: sign)...].trimmed)
    return Assignment(key: key, value: value, source: source)
  }

  /// What is said of a key that nobody knows. It is repeated only where it looks like one.
  static func unknown(_ key: String) -> String {
    let isShown = !key.isEmpty && key.utf8.count <= 40 && key.utf8.allSatisfy(isKeyByte)
    let what = isShown ? "unknown key \(key)" : "unknown key"
    let nearest = NearestWord.to(key.lowercased(), among: Setting.all.map(\.key))
    return nearest.map { "\(what); the nearest is \($0)" } ?? what
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }
}

extension Substring {
  /// Without spaces, tabs and a carriage return at both ends.
  fileprivate var trimmed: Substring {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\r"
    }
    let rest = unicodeScalars.drop(while: isSpace)
    guard let last = rest.lastIndex(where: { !isSpace($0) }) else { return prefix(0) }
    return Substring(rest[...last])
  }
}
