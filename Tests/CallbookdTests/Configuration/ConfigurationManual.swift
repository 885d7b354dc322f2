@testable import callbookd

/// `docs/configuration.md` and the commented default file, from the table of what can be set.
enum ConfigurationManual {
  static let defaultFile =
    """
    # Callbook's configuration: every key with its default. See docs/configuration.md.
    #
    # What is set here is overridden by callbook.conf.d/*.conf, that by the environment
    # (CALLBOOK_CONNECTIONS), that by flags. After a change:
    #
    #   callbookd --check-config && systemctl reload callbookd

    """
    + Setting.all.map { setting in
      let lines = wrapped(setting.explanation + " " + facts(setting)).map { "# \($0)\n" }.joined()
      let value = setting.text(in: Settings())
      return "\n\(lines)#\(setting.key) =\(value.isEmpty ? "" : " \(value)")\n"
    }.joined()

  static func manual(preface: String) -> String {
    preface.replacing(
      "{{table}}",
      with: "| key | | default | applies | |\n|---|---|---|---|---|\n"
        + Setting.all.map(row).joined(separator: "\n"))
  }

  private static func row(_ setting: Setting) -> String {
    let value = setting.text(in: Settings())
    let cells = [
      "`\(setting.key)`", setting.bounds ?? "path", value.isEmpty ? "none" : "`\(value)`",
      setting.change.rawValue, setting.explanation,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func facts(_ setting: Setting) -> String {
    let change =
      switch setting.change {
      case .atOnce: "A reload applies it."
      case .newConnections: "A reload applies it to new connections."
      case .restart: "Needs a restart."
      }
    return (setting.bounds.map { "From \($0). " } ?? "") + change
  }

  /// At most 78 characters a line.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 78 {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
