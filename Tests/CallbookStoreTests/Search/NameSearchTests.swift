import Testing

@testable import CallbookStore

@Suite struct NameSearchTests {
  private let example = SearchExample.index([
    SearchExample.person(1, "王小明", at: "幸福里阎记便利店"),
    SearchExample.person(2, "单雄信"), SearchExample.person(3, "曾国藩"),
    SearchExample.person(4, "解珍"), SearchExample.person(5, "仇和"),
    SearchExample.person(6, "José García", at: "China Mobile"),
    SearchExample.person(7, "李Tom"), SearchExample.person(8, "吕布"),
    SearchExample.person(9, "ＡＢＣ"), SearchExample.person(10, "محمد علي"),
    SearchExample.person(11, "买买提·艾力"), SearchExample.organisation(12, "中国银行3号店"),
    SearchExample.person(13, "𠮷田"), SearchExample.person(14, "O'Brien, Ann-Marie"),
    SearchExample.person(15, "Ёлкин"), SearchExample.person(16, "❤️妈妈"),
  ])

  @Test(arguments: [
    "王", "小", "明", "小明", "王小", "王小明", "wxm", "wx", "xm", "wangxiaoming", "xiaoming", "wang",
    "wangxm", "wxiaoming", "wangxiaom", "wangx", "xiaom", "WXM", "ｗｘｍ", "王xm", "wang小明",
    "王xiaoming",
    "幸福里", "便利", "阎记", "bianlidian", "bld", "xfl", "xingfuli", "王 便利", "便利店 wxm", "小明 王",
    "wang xiaoming", " 王　小明 ", "王，小明",
  ])
  func `王小明 is found`(text: String) {
    #expect(example.ids(text).contains(1))
  }

  @Test(arguments: [
    "ang", "ngxiao", "iao", "wxmz", "明小", "wxl", "xiaomin王", "王 李", "wan xm z", "iaoming", "angxm",
  ])
  func `王小明 is not found`(text: String) {
    #expect(!example.ids(text).contains(1))
  }

  @Test(
    arguments: [
      ("shan", 2), ("shanxiongxin", 2), ("sxx", 2), ("danxiongxin", 2), ("zeng", 3), ("zgf", 3),
      ("xiezhen", 4), ("jiezhen", 4), ("qiuhe", 5), ("qh", 5), ("jose", 6), ("JOSÉ", 6),
      ("garcia", 6),
      ("jg", 6), ("ose", 6), ("josegarcia", 6), ("garcia jose", 6), ("cm", 6), ("mobile", 6),
      ("lt", 7), ("litom", 7), ("tom", 7), ("lit", 7), ("李t", 7), ("lvbu", 8), ("lubu", 8),
      ("lb", 8),
      ("lv", 8), ("lu", 8), ("abc", 9), ("ａｂ", 9), ("محمد", 10), ("علي محمد", 10), ("买买提艾力", 11),
      ("mmt", 11), ("艾力", 11), ("yinhang", 12), ("zgyh", 12), ("银行3号", 12), ("3号", 12),
      ("yh3hd", 12),
      ("𠮷", 13), ("𠮷t", 13), ("obrien", 14), ("o'brien", 14), ("ann marie", 14), ("елкин", 15),
      ("❤", 16), ("mm", 16),
    ] as [(String, Int64)])
  func `is found`(text: String, id: Int64) {
    #expect(example.ids(text).contains(id))
  }

  @Test(arguments: ["", " ", "，。", "zzz", "饕餮", "\u{202E}", "wangxiaomingwangxiaoming", "𠮶"])
  func `nothing is found`(text: String) {
    #expect(example.ids(text).isEmpty)
  }

  @Test func `a query of any length is answered`() {
    for text in ["w", "王", "é", "1", "م"] {
      #expect(example.ids(String(repeating: text, count: 5_000)).isEmpty)
      #expect(example.ids(String(repeating: text + " ", count: 5_000)).count <= 16)
    }
  }

  @Test func `rare syllables that share a code are told apart`() {
    let names = SearchExample.persons("森", "僧", "嫩", "能", "死", "四", "特", "忑", "扔", "日", "给", "跟")
    let index = SearchExample.index(names)
    #expect(index.ids("seng") == [2])
    #expect(index.ids("sen") == [1, 2])
    #expect(index.ids("nen") == [3, 4])
    #expect(index.ids("neng") == [4])
    #expect(index.ids("reng") == [9])
    #expect(index.ids("gen") == [12])
  }

  @Test func `the limit holds and pages go on where the one before ended`() {
    let entries = (1...500).map { SearchExample.person($0, $0.isMultiple(of: 3) ? "王小明" : "小王") }
    let index = SearchExample.index(entries)
    let all = index.search("王", limit: 1_000)
    #expect(all.count == 500)
    #expect(all == all.sorted())
    var paged: [NameIndex.Hit] = []
    repeat { paged += index.search("王", limit: 7, after: paged.last) } while paged.count % 7 == 0
    #expect(paged == all)
    #expect(index.search("王", limit: 0).isEmpty)
  }
}
