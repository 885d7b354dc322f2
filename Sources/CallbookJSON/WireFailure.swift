import CallbookModel

/// What is wrong below one value, with pointers from the outermost value on; empty when all of it
/// has been recorded already.
struct WireFailure: Error {
  let violations: [Violation]

  init(_ violations: [Violation]) { self.violations = violations }
}
