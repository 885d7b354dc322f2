import CallbookClient
import CallbookModel
import CallbookProtocol
import CallbookRequests
import Testing

@testable import callbook

@Suite struct LanguageTests {
  @Test(arguments: [
    ([:], Language.english), (["LANG": "C"], .english), (["LANG": "zh_CN.UTF-8"], .chinese),
    (["LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"], .english),
    (["LANG": "C", "LC_MESSAGES": "zh_CN.UTF-8"], .chinese),
    (["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"], .english),
    (["LC_ALL": "", "LANG": "zh_TW"], .chinese), (["LANG": "de_DE.UTF-8"], .english),
    (["LC_ALL": "zh_CN", "LC_MESSAGES": "C", "LANG": "C"], .chinese),
  ])
  func `the locale decides`(environment: [String: String], language: Language) {
    #expect(Language { environment[$0] } == language)
  }

  @Test func `everything that requests say of themselves has a translation`() {
    for method in MethodDescription.all {
      let noun = method.words[0]
      let file = "Sources/callbook/Texts/Chinese/ChineseDescriptions+\(noun.capitalizedNoun).swift"
      guard let known = ChineseDescriptions.of(noun) else {
        Issue.record("the noun \(noun) needs \(file), and a line in ChineseDescriptions.of(_:)")
        continue
      }
      for (what, sentence) in sentences(method) where !known.contains(where: { $0.0 == sentence }) {
        Issue.record("\(what) has no Chinese: add (\"\(sentence)\", \"…\"), to \(file)")
      }
    }
  }

  @Test func `no translation is left of what requests say no more`() {
    let methods = Dictionary(grouping: MethodDescription.all) { $0.words[0] }
    for (noun, methods) in methods {
      let said = Set(methods.flatMap { sentences($0).map(\.1) })
      for (english, _) in ChineseDescriptions.of(noun) ?? [] where !said.contains(english) {
        Issue.record("nothing of \(noun) says \"\(english)\" any more: take its line away")
      }
      let known = ChineseDescriptions.of(noun)?.map(\.english) ?? []
      #expect(known.count == Set(known).count, "\(noun) translates something twice")
    }
  }

  private func sentences(_ method: MethodDescription) -> [(String, String)] {
    [(method.name, method.summary)]
      + method.fields.map { ("\(method.name)/\($0.name)", $0.help) }
  }

  @Test func `every member of an answer has a Chinese title`() {
    var members: Set<String> = []
    for method in MethodTable.all.methods where method.name != "rpc.discover" {
      collect(method.reply(), into: &members)
    }
    let known = ChineseTitles.list.map(\.member)
    let file = "Sources/callbook/Texts/Chinese/ChineseTitles.swift"
    for member in members.subtracting(known).sorted() {
      Issue.record("add (\"\(member)\", \"…\"), to \(file)")
    }
    // These come in histories, which keep them as texts.
    let inHistories: Set = ["removed_at", "organisation_id", "normal", "extension"]
    for member in Set(known).subtracting(members).subtracting(inHistories).sorted() {
      Issue.record("no answer has \"\(member)\": take its line away from \(file)")
    }
    #expect(known == known.sorted() && known.count == Set(known).count, "\(file) is not in order")
  }

  private func collect(_ schema: ReplySchema, into names: inout Set<String>) {
    for member in schema.members {
      names.insert(member.name)
      collect(member.schema, into: &names)
    }
  }

  @Test func `every word of a closed set has a Chinese one`() {
    var words: Set<String> = []
    for method in MethodDescription.all {
      for field in method.fields { collect(field, into: &words) }
    }
    let file = "Sources/callbook/Texts/Chinese/ChineseWords.swift"
    let known = Set(
      ChineseWords.list.flatMap { entry in entry.members.map { "\($0).\(entry.word)" } })
    for word in words.subtracting(known).sorted() {
      Issue.record("the word \(word) has no Chinese: add it to \(file)")
    }
    let others = Set(
      ChineseWords.others.flatMap { entry in entry.members.map { "\($0).\(entry.word)" } })
    // Answers have roles where requests have role, add and remove.
    let stale = known.subtracting(words).subtracting(others).filter { !$0.hasPrefix("roles.") }
    #expect(stale.isEmpty, "nothing has \(stale.sorted()) any more: \(file)")
  }

  private func collect(_ field: FieldDescription, into words: inout Set<String>) {
    collect(field.value, field.name, into: &words)
  }

  private func collect(
    _ value: ValueDescription, _ name: String, into words: inout Set<String>
  ) {
    switch value {
    case .word(let list): for word in list { words.insert("\(name).\(word)") }
    case .list(let inner), .nullable(let inner): collect(inner, name, into: &words)
    case .object(let fields): for field in fields { collect(field, into: &words) }
    case .text, .time, .date, .integer, .boolean, .fields, .any: break
    }
  }

  @Test func `every reason has a Chinese sentence`() {
    let known = ChineseReasons.list.map(\.reason)
    for reason in Reason.allCases where !known.contains(reason) {
      Issue.record(
        "add (.\(reason), \"…\"), to Sources/callbook/Texts/Chinese/ChineseReasons.swift")
    }
    #expect(known.count == Set(known).count)
    for (reason, sentence) in ChineseReasons.list {
      #expect(sentence.contains { $0.isChinese }, "\(reason)")
    }
  }

  @Test func `a translation says the same numbers, names and examples`() {
    for method in MethodDescription.all {
      for (english, chinese) in ChineseDescriptions.of(method.words[0]) ?? [] {
        for token in english.matches(of: /`[^`]+`|'[^']+'|\b[0-9:-]{2,}\b|\b[a-z]+\.[a-z]+\b/) {
          let word = String(token.output)
          guard !["'s"].contains(word) else { continue }
          #expect(chinese.contains(word), "\(word) of \"\(english)\" is not in \"\(chinese)\"")
        }
      }
    }
  }
}

extension String {
  /// As the files of the translations are named.
  fileprivate var capitalizedNoun: String {
    self == "rpc" ? "RPC" : prefix(1).uppercased() + dropFirst()
  }
}

extension Character {
  fileprivate var isChinese: Bool {
    unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }
  }
}
