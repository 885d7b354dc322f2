extension ForbiddenCall {
  static let all = time + randomness + surroundings + traps + concurrency

  private static let clockReason = "time comes in through the clock that is passed in"

  private static let time = [
    ForbiddenCall("Date()", clockReason, allowed: [Place.executables]),
    ForbiddenCall("Date.now", clockReason, allowed: [Place.executables]),
    ForbiddenCall("Task.sleep", "what waits is woken by its cause, and tests own time"),
    ForbiddenCall("Thread.sleep", "what waits is woken by its cause, and tests own time"),
    ForbiddenCall("sleep(", "what waits is woken by its cause, and tests own time"),
    ForbiddenCall("usleep(", "what waits is woken by its cause, and tests own time"),
    ForbiddenCall("nanosleep(", "what waits is woken by its cause, and tests own time"),
  ]

  private static let randomReason = "randomness comes in from outside, so that a test can repeat it"

  private static let randomness = [
    ForbiddenCall("UUID()", randomReason, allowed: [Place.executables]),
    ForbiddenCall(
      "SystemRandomNumberGenerator()", randomReason, allowed: [Place.executables],
      unless: .comment),
    ForbiddenCall(
      ".random(", randomReason, allowed: [Place.executables], unless: .argument("using")),
    ForbiddenCall(
      ".randomElement(", randomReason, allowed: [Place.executables], unless: .argument("using")),
    ForbiddenCall(
      ".shuffled(", randomReason, allowed: [Place.executables], unless: .argument("using")),
    ForbiddenCall(
      ".shuffle(", randomReason, allowed: [Place.executables], unless: .argument("using")),
  ]

  private static let environmentReason =
    "what the environment says is read in the executables and passed on"
  private static let outputReason = "libraries return values; the executables print"

  private static let surroundings = [
    ForbiddenCall(
      "getenv(", environmentReason, allowed: [Place.executables, Place.tests, "Systemd"]),
    ForbiddenCall(
      "processInfo.environment", environmentReason, allowed: [Place.executables, Place.tests]),
    ForbiddenCall("print(", outputReason, allowed: [Place.executables, Place.tests]),
    ForbiddenCall("debugPrint(", outputReason, allowed: [Place.executables, Place.tests]),
  ]

  private static let traps = [
    ForbiddenCall(
      "fatalError(", "nothing that comes over the wire may end the daemon: throw",
      allowed: [Place.tests], unless: .comment),
    ForbiddenCall("try!", "nothing that comes over the wire may end the daemon: throw"),
    ForbiddenCall("as!", "nothing that comes over the wire may end the daemon: throw"),
    ForbiddenCall(
      "try?", "an error is swallowed: handle it, or say why it does not matter in a comment here",
      allowed: [Place.tests], unless: .comment),
    ForbiddenCall("catch {}", "an error is swallowed: handle it"),
  ]

  private static let taskReason = "no task that nobody owns: use a task group or async let"

  private static let concurrency = [
    ForbiddenCall(
      "@unchecked Sendable", "let the compiler prove it: Mutex, Atomic or an actor",
      allowed: ["Systemd"]),
    ForbiddenCall("nonisolated(unsafe)", "let the compiler prove it: Mutex, Atomic or an actor"),
    ForbiddenCall("Task {", taskReason, allowed: [Place.tests]),
    ForbiddenCall("Task(", taskReason, allowed: [Place.tests]),
    ForbiddenCall("Task.detached", taskReason),
    ForbiddenCall("Task<Void, Never> {", taskReason, allowed: [Place.tests]),
    ForbiddenCall("Task<Void, any Error> {", taskReason, allowed: [Place.tests]),
  ]
}
