import CallbookModel

/// Something that can be typed behind `callbook`.
protocol Command: Sendable {
  var words: [String] { get }
  /// Made when it is needed: most runs need that of one command.
  func shape(_ texts: Texts) -> CommandShape
  func run(_ run: Run) throws(CallbookError) -> ExitCode
}
