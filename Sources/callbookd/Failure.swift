import ArgumentParser
import CallbookModel
import Glibc

/// Ends the daemon with a message and an exit status of sysexits(3).
enum Failure {
  static func exit(_ error: CallbookError) -> ExitCode {
    var lines = ["callbookd: \(error.message)"]
    for violation in error.violations {
      lines.append("  \(violation.pointer): \(violation.message)")
    }
    if let hint = error.hint { lines.append("  try: \(hint)") }
    say(lines)
    return status(error)
  }

  /// Every fault of the configuration in a line of its own.
  static func exit(_ errors: ConfigurationErrors) -> ExitCode {
    say(errors.problems.map { "callbookd: \($0)" })
    return ExitCode(EX_CONFIG)
  }

  /// The exit status alone, where the rest was said already.
  static func status(_ error: CallbookError) -> ExitCode { ExitCode(status(of: error.reason)) }

  private static func say(_ lines: [String]) {
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    // If even this cannot be written, the exit status is all that is left to say.
    _ = write(STDERR_FILENO, text, text.count)
  }

  /// What a script can decide on.
  private static func status(of reason: Reason) -> Int32 {
    switch reason {
    case .storeCorrupt, .storeNewer, .chainBroken: EX_DATAERR
    case .fileUnreadable: EX_NOINPUT
    case .storeInUse, .socketInUse: EX_TEMPFAIL
    case .storeUnwritable, .socketUnusable: EX_CANTCREAT
    case .diskFull, .storeFailing: EX_IOERR
    default: EX_SOFTWARE
    }
  }
}
