import Testing

@testable import callbookd

struct ConfigurationFileTests {
  private func read(_ text: String) -> [String] {
    ConfigurationFile(text, path: "f").entries.map { entry in
      switch entry {
      case .success(let set): "\(set.source) \(set.key)=\(set.value)"
      case .failure(let problem): "\(problem)"
      }
    }
  }

  @Test func `keys, values, comments and blank lines`() {
    let text = """
      # a comment

        connections = 40
      depth=20
      \tsocket\t=\t/run/a = b#c\t
      state_directory =
      """
    #expect(
      read(text) == [
        "f:3 connections=40", "f:4 depth=20", "f:5 socket=/run/a = b#c", "f:6 state_directory=",
      ])
  }

  @Test func `lines may end as Windows ends them`() {
    #expect(read("depth = 20\r\n\r\ntokens = 5000\r\n") == ["f:1 depth=20", "f:3 tokens=5000"])
  }

  @Test func `everything that is wrong is said, with its line`() {
    let text = """
      depth = 20
      dept = 20
      depth
      Depth = 30
      depth = 40
      socket = /a\u{1}b
      = 3
      connections of one user = 3
      """
    #expect(
      read(text) == [
        "f:1 depth=20", "f:2: unknown key dept; the nearest is depth",
        "f:3: is not `key = value`, nor a `#` comment",
        "f:4: unknown key Depth; the nearest is depth",
        "f:5: depth is set in line 1 of this file already",
        "f:6: contains a control character", "f:7: unknown key",
        "f:8: unknown key; the nearest is connections_of_one_user",
      ])
  }

  @Test func `what does not look like a key is not repeated`() {
    for line in ["王小明 = 1", "wang@example.com = 1", String(repeating: "a", count: 41) + " = 1"] {
      #expect(read(line) == ["f:1: unknown key"])
    }
  }
}
