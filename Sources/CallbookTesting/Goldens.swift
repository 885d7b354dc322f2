import Foundation
package import Testing

/// Texts that are compared with files in the source tree, so that a change of them is seen.
///
/// With `UPDATE_GOLDENS=1` in the environment they are written instead.
package enum Goldens {
  package static var isUpdating: Bool {
    ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
  }

  /// - Parameter path: relative to the file that calls.
  package static func check(
    _ text: String, against path: String, from file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(path)
    let known = FileManager.default.contents(atPath: url.path)
      .map { String(decoding: $0, as: UTF8.self) }
    guard known != text else { return }
    if isUpdating {
      try Data(text.utf8).write(to: url)
    } else {
      Issue.record(
        "\(path) is stale: run the tests with UPDATE_GOLDENS=1 and look at what changed\n\(difference(known ?? "", text))",
        sourceLocation: sourceLocation)
    }
  }

  /// The first line that differs.
  private static func difference(_ known: String, _ text: String) -> String {
    let (old, new) = (known.split(separator: "\n"), text.split(separator: "\n"))
    let place = zip(old, new).prefix { $0 == $1 }.count
    return "- \(place < old.count ? old[place] : "")\n+ \(place < new.count ? new[place] : "")"
  }
}
