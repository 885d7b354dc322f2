import CallbookTesting
import Foundation
import Systemd
import Testing

@testable import callbookd

struct CatalogTests {
  @Test(arguments: Catalog.names)
  func `every message id is explained, and no other`(_ name: String) throws {
    let catalog = try Catalog(name)
    #expect(catalog.repeated.isEmpty)
    let ids = Set(EventKind.allCases.map { $0.messageID.description })
    for kind in EventKind.allCases {
      let id = kind.messageID.description
      #expect(catalog.entries[id] != nil, "\(name) does not explain \(kind.rawValue), \(id)")
    }
    for (id, entry) in catalog.entries {
      #expect(ids.contains(id), "\(name) explains \(id), which nobody writes")
      #expect(entry.definedBy == "Callbook")
      #expect(!entry.subject.isEmpty && entry.subject.count <= 60, "\(id): \(entry.subject)")
      let paragraphs = entry.text.components(separatedBy: "\n\n").filter { !$0.isEmpty }
      #expect(paragraphs.count >= 2, "\(id) needs what it means and what to do")
    }
  }

  @Test(arguments: Catalog.names)
  func `an explanation uses only fields that its event has`(_ name: String) throws {
    let catalog = try Catalog(name)
    var fields: [String: Set<String>] = [:]
    for event in JournalEvent.examples {
      // Of several examples of a kind, what all of them have.
      let names = Set(event.fields.map(\.name.text))
      fields[event.kind.messageID.description, default: names].formIntersection(names)
    }
    for (id, entry) in catalog.entries {
      let parts = entry.text.components(separatedBy: "@")
      #expect(parts.count % 2 == 1, "\(id) has a single @")
      for place in stride(from: 1, to: parts.count, by: 2) {
        #expect(fields[id]?.contains(parts[place]) == true, "\(id): @\(parts[place])@")
      }
    }
  }

  @Test func `both languages explain the same fields`() throws {
    let (english, chinese) = (try Catalog(Catalog.names[0]), try Catalog(Catalog.names[1]))
    for (id, entry) in english.entries {
      func fields(_ text: String) -> Set<String> {
        Set(
          text.components(separatedBy: "@").enumerated().filter { $0.offset % 2 == 1 }.map(
            \.element))
      }
      #expect(fields(entry.text) == fields(chinese.entries[id]?.text ?? ""), "\(id)")
    }
  }

  @Test(.enabled(if: Journalctl.exists, "there is no journalctl on this machine"))
  func `journalctl takes both files`() throws {
    let area = try TestDirectory()
    let root = area.file("root")
    defer { try? FileManager.default.removeItem(atPath: root) }
    let source = "\(root)/usr/lib/systemd/catalog"
    for folder in [source, "\(root)/var/lib/systemd/catalog"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    for name in Catalog.names {
      try FileManager.default.copyItem(
        atPath: Catalog.folder.appendingPathComponent(name).path, toPath: "\(source)/\(name)")
    }
    let updated = try Journalctl.run(["--root=\(root)", "--update-catalog"], in: area)
    #expect(updated.status == 0 && updated.said.isEmpty, "\(updated.said)")
    let listed = try Journalctl.run(["--root=\(root)", "--list-catalog"], in: area)
    let lines = listed.said.split(separator: "\n")
    #expect(lines.count == EventKind.allCases.count, "\(listed.said)")
    #expect(lines.allSatisfy { $0.contains(" Callbook: ") })
    let database = bytes(of: "\(root)/var/lib/systemd/catalog/database")
    #expect(String(decoding: database, as: UTF8.self).contains("zh_CN"))
  }
}
