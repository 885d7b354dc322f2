import CallbookTesting
import Glibc

@testable import callbookd

/// A main file and drop-ins of a test's own.
struct ConfigurationArea {
  let area: TestDirectory
  var environment: [String: String] = [:]
  var flags: [Assignment] = []
  private let dropIns: DropIns

  /// Removed with the test: the area removes its own files only.
  private final class DropIns {
    let path: String

    init(_ path: String) {
      self.path = path
    }

    deinit {
      for name in (try? TextFile.names(in: path)) ?? [] { unlink("\(path)/\(name)") }
      rmdir(path)
    }
  }

  init() throws {
    area = try TestDirectory()
    dropIns = DropIns(area.file("callbook.conf.d"))
  }

  var main: String { area.file("callbook.conf") }

  func write(_ text: String) throws {
    try CallbookTesting.write(text.utf8, to: main)
  }

  /// Into the directory beside the main file.
  func drop(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    mkdir(dropIns.path, 0o755)
    try CallbookTesting.write(bytes, to: "\(dropIns.path)/\(name)")
  }

  func drop(_ name: String, _ text: String) throws { try drop(name, text.utf8) }

  mutating func flag(_ key: String, _ value: String) {
    flags.append(Assignment(key: key, value: value, source: .flag("--set")))
  }

  var sources: ConfigurationSources {
    ConfigurationSources(path: main, environment: environment, flags: flags)
  }

  /// What is wrong, without the area's own path.
  func problems() -> [String] {
    do throws(ConfigurationErrors) {
      _ = try sources.load()
      return []
    } catch {
      return error.problems.map {
        "\($0)".replacing(area.path + "/", with: "")
      }
    }
  }
}
