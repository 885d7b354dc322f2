/// A line on the terminal that is written anew as work goes on; nothing where there is none.
struct ProgressLine {
  /// Often enough to be seen moving, too seldom to cost anything.
  private static let stepsBetween = 5

  private let sink: (any TextSink)?
  private var steps = 0

  init(_ surroundings: Surroundings) {
    sink = surroundings.areErrorsOnTerminal ? surroundings.errors : nil
  }

  mutating func show(_ text: @autoclosure () -> String) {
    steps += 1
    guard let sink, steps.isMultiple(of: Self.stepsBetween) else { return }
    sink.write(Array("\r\u{1B}[K\(text())".utf8))
  }

  /// Leaves an empty line behind, for whatever is said next.
  func clear() {
    sink?.write(Array("\r\u{1B}[K".utf8))
  }
}
