/// Where what a person types comes from, line by line.
protocol LineSource: AnyObject {
  /// - Returns: nil when the person has ended it.
  func line() -> String?
}

/// The terminal that the command was started from.
final class StandardInput: LineSource {
  func line() -> String? { readLine(strippingNewline: true) }
}
