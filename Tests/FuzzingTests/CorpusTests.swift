import CallbookFuzzing
import Foundation
import Testing

struct CorpusTests {
  @Test(arguments: FuzzTarget.all.map(\.name))
  func `what is kept of fuzzing still holds`(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let inputs = try Corpus.inputs(of: name)
    #expect(inputs.count >= 4, "seeds are missing")
    for input in inputs {
      #expect(throws: Never.self, "\(name)/\(input.name)") { try target.run(input.bytes) }
    }
  }

  @Test func `a target has a folder of inputs, and a folder its target`() throws {
    let corpora = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpora")
    let folders = try FileManager.default.contentsOfDirectory(atPath: corpora.path)
    #expect(folders.sorted() == FuzzTarget.all.map(\.name))
  }

  @Test func `nothing at all and a single byte hold too`() throws {
    for target in FuzzTarget.all {
      for input in [[]] + (0...UInt8.max).map({ [$0] }) {
        #expect(throws: Never.self, "\(target.name) \(input)") { try target.run(input) }
      }
    }
  }
}
