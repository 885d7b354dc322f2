import CallbookClient
import CallbookModel
import Glibc

/// What the command knows of where it runs, and where its words go.
struct Surroundings {
  let environment: (String) -> String?
  let output: any TextSink
  let errors: any TextSink
  /// Columns of the terminal that the output goes to; nil when it goes elsewhere.
  let terminalColumns: Int?
  let areErrorsOnTerminal: Bool
  let texts: Texts
  /// What whoever sits at the terminal types; nil when nobody does.
  var answers: (any LineSource)?
  /// nil when nobody sits at it.
  var terminal: KeyTerminal?
  var clock: any WallClock = SystemClock()
  var waiter: any Waiter = PollWaiter()
  var randomness: any Randomness = SystemRandomness()
  /// Of a clock that only goes forward.
  var monotonicMilliseconds: @Sendable () -> Int64 = Surroundings.monotonic
  var machine: @Sendable () -> Machine = Machine.look
  var zoneRules: @Sendable (String) -> TimeZoneRules? = ZoneFile.rules

  static func process() -> Surroundings {
    let environment = { @Sendable (name: String) in getenv(name).map { String(cString: $0) } }
    return Surroundings(
      environment: environment,
      output: DescriptorSink(STDOUT_FILENO), errors: DescriptorSink(STDERR_FILENO),
      terminalColumns: isatty(STDOUT_FILENO) == 1 ? columns(of: STDOUT_FILENO) : nil,
      areErrorsOnTerminal: isatty(STDERR_FILENO) == 1, texts: Texts(Language(environment)),
      answers: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 ? StandardInput() : nil,
      terminal: KeyTerminal(input: STDIN_FILENO, output: STDOUT_FILENO))
  }

  /// https://no-color.org: set and not empty.
  var wantsNoColor: Bool { environment("NO_COLOR").map { !$0.isEmpty } ?? false }

  private static let monotonic: @Sendable () -> Int64 = {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
