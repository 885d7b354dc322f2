import Testing

extension Trait where Self == ConditionTrait {
  /// Skipped, and plainly so, when the programs were not built with the tests.
  static var needsDaemon: Self {
    .enabled(if: TestDaemon.isBuilt, "callbookd and callbook are not beside the tests: swift build")
  }
}
