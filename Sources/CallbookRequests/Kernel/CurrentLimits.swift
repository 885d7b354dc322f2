package import CallbookProtocol
import Synchronization

/// The limits that a connection gets when it comes and keeps, because its hello has named them.
/// A reload replaces them for those who come later.
package final class CurrentLimits: Sendable {
  private let limits: Mutex<ProtocolLimits>

  package init(_ limits: ProtocolLimits) {
    self.limits = Mutex(limits)
  }

  package var current: ProtocolLimits { limits.withLock { $0 } }

  package func use(_ limits: ProtocolLimits) {
    self.limits.withLock { $0 = limits }
  }
}
