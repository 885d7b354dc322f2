import CallbookTesting
import Glibc
import Testing

@testable import callbook

/// Batches of callback forms as somebody types them: handed over, exported, concluded.
@Suite(.needsDaemon) struct BatchCommandTests {
  /// Two forms in a batch; the second one begins as a formula does.
  private func shop() throws -> TestDaemon {
    let daemon = try TestDaemon()
    for words in [
      ["field", "add", "paper", "--label", "纸卷余量", "--subject", "form", "--type", "number"],
      ["contact", "add", "王小明", "--phone", "199 0000 0001"],
      ["callback", "plan", "c1", "--terminal", "SN-1"],
      ["callback", "plan", "c1", "--terminal", "SN-2"],
      done("k1", "T-1", "打印不清") + ["--field", "paper=3"], done("k2", "T-2", "=1+1"),
      ["batch", "create"],
    ] {
      let typed = Typed(words, socket: daemon.socket)
      #expect(typed.status == .done, "\(words): \(typed.errors)")
    }
    return daemon
  }

  private func done(_ id: String, _ transaction: String, _ problem: String) -> [String] {
    [
      "callback", "done", id, "--transaction", transaction, "--problem", problem, "--solution",
      "换纸", "--running-state", "normal", "--satisfaction", "5",
    ]
  }

  @Test func `a batch is exported as a table, whole, with the shop's own fields`() throws {
    let daemon = try shop()
    let path = daemon.directory + "/b1.csv"
    let typed = daemon.typed("batch", "export", "b1", "--output", path)
    #expect(typed.output == "exported 2 forms to \(path)\n", "\(typed.errors)")
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let rows = text(of: path).split(separator: "\r\n")
    #expect(rows.count == 3 && rows[0].hasPrefix("\u{FEFF}id,batch,version,newest,called_at,"))
    #expect(rows[0].hasSuffix(",conclusion,conclusion_text,纸卷余量"))
    #expect(rows[1].hasPrefix("f1,b1,1,1,") && rows[1].hasSuffix(",,,3"))
    #expect(rows[1].contains(",c1,王小明,199 0000 0001,T-1,SN-1,打印不清,换纸,normal,5,"))
    #expect(rows[2].contains(",'=1+1,"), "a spreadsheet runs nothing")
    #expect(daemon.area.names == ["b1.csv", "socket", "store"])
  }

  @Test func `an export stays as the forms were handed over, and says what became of them`() throws
  {
    let daemon = try shop()
    let first = daemon.typed("batch", "export", "b1", "--headings", "zh")
    #expect(first.output.hasPrefix("编号,批次,版本,最新版本,"), "\(first.errors)")
    #expect(first.output.contains(",正常,5,"))
    #expect(daemon.typed("form", "amend", "f1", "--problem", "又坏了").status == .done)
    let second = daemon.typed("batch", "export", "b1")
    #expect(second.output.contains("f1,b1,1,2,") && !second.output.contains("又坏了"))
    let amended = daemon.typed("batch", "export", "b1", "--amended", "--jsonl").output
    #expect(amended.split(separator: "\n").count == 1 && amended.contains("又坏了"))
    #expect(daemon.typed("batch", "export", "b1", "--format", "vcf").status == .usage)
    #expect(daemon.typed("batch", "export", "b1", "--json").status == .usage)
    #expect(daemon.typed("batch", "export", "b7").status == .notFound)
  }

  @Test func `a batch is taken over and concluded form by form, then the rest`() throws {
    let daemon = try shop()
    #expect(daemon.typed("batch", "list").output.contains("created"))
    #expect(daemon.typed("batch", "acknowledge", "b1").output.contains("acknowledged"))
    let again = daemon.typed("batch", "acknowledge", "b1")
    #expect(again.status == .conflict && again.errors.contains("that is done once"))
    let followed = daemon.typed(
      "form", "conclude", "f1", "--conclusion", "follow_up", "--text", "换机后是否正常")
    #expect(followed.status == .done && followed.output.contains("k3"), "\(followed.errors)")
    #expect(daemon.typed("callback", "list").output.contains("f1: 换机后是否正常"))
    let rest = daemon.typed("batch", "conclude", "b1", "--conclusion", "no_action")
    #expect(rest.status == .done && rest.output.contains("concluded"), "\(rest.errors)")
    let forms = daemon.typed("batch", "forms", "b1")
    #expect(forms.output.contains("follow_up") && forms.output.contains("no_action"))
    #expect(daemon.typed("batch", "forms", "b1", "--open").status == .no)
    let quality = daemon.typed("form", "quality")
    #expect(quality.output.contains("without conclusion"), "\(quality.output)")
  }

  @Test func `a terminal asks for the shop's own fields, too`() throws {
    let daemon = try shop()
    for words in [
      [
        "field", "add", "mood", "--label", "态度", "--subject", "form", "--type", "choice",
        "--choice",
      ]
        + ["友好", "--choice", "冷淡", "--required"],
      ["field", "add", "photo", "--label", "有照片", "--subject", "form", "--type", "flag"],
      ["callback", "plan", "c1", "--terminal", "SN-3"],
    ] { #expect(Typed(words, socket: daemon.socket).status == .done) }
    let typed = Typed(
      done("k3", "T-3", "无"), socket: daemon.socket,
      answers: ["", "viel", "好", "", "友好", "maybe", "YES", "2"])
    #expect(typed.status == .done, "\(typed.errors)")
    #expect(typed.errors.contains("纸卷余量 (may be left empty): "), "\(typed.errors)")
    #expect(typed.errors.contains("态度 (友好, 冷淡): "))
    #expect(typed.errors.contains("有照片 (yes, no, may be left empty): "))
    #expect(typed.errors.contains("is a number") || typed.errors.contains("must be a number"))
    let form = daemon.typed("form", "get", "f3", "--json").output
    #expect(form.contains(#""paper": 2"#) && form.contains(#""mood": "友好""#), "\(form)")
    #expect(form.contains(#""photo": true"#), "\(form)")
    let found = daemon.typed("form", "list", "--field", "mood=友好", "--jsonl").output
    #expect(found.split(separator: "\n").count == 1 && found.contains(#""id":"f3""#))
  }
}
