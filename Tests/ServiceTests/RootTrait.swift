import Glibc
import Testing

extension Trait where Self == ConditionTrait {
  /// Skipped, and plainly so, for anybody else.
  static var needsRoot: Self {
    .enabled(if: geteuid() == 0, "only root can become other users: run the tests as root")
  }
}
