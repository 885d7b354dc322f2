import CallbookModel

/// Something that can be typed behind `callbook`.
protocol Command: Sendable {
  var shape: CommandShape { get }
  func run(_ run: Run) throws(CallbookError) -> ExitCode
}
