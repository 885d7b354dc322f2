import CallbookFuzzing
import Glibc

/// The target of this process.
struct FuzzRun {
  static let shared = FuzzRun()

  private let target: FuzzTarget

  private init() {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget.named(name) else {
      print("FUZZ_TARGET is one of \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
      exit(64)
    }
    self.target = target
  }

  /// Ends the process, as libFuzzer wants it, when a property does not hold.
  func take(_ input: UnsafeBufferPointer<UInt8>) {
    do {
      try target.run(Array(input))
    } catch {
      // This is how libFuzzer hears of it, and keeps the input.
      fatalError("\(target.name): \(error)")
    }
  }
}
