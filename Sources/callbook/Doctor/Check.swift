/// One thing that `callbook doctor` looks at. A further one is a file and a line in ``CheckList``.
protocol Check: Sendable {
  /// For programs, and to be talked about: one word.
  var name: String { get }
  /// The same for people.
  func title(_ texts: Texts) -> String
  func look(at scene: Scene, _ texts: Texts) -> Finding
}
