/// What is wrong with a command line.
extension Texts {
  func noCommand(_ typed: String, nearest: String? = nil) -> String {
    nearest.map {
      either(
        "there is no command \(typed); did you mean \($0)?", "没有 \(typed) 这个命令；您是要输入 \($0) 吗？")
    } ?? either("there is no command \(typed)", "没有 \(typed) 这个命令")
  }
  func noOption(_ typed: String, nearest: String? = nil) -> String {
    nearest.map {
      either(
        "\(typed) is not an option here; did you mean \($0)?", "这里没有 \(typed) 这个选项；您是要输入 \($0) 吗？")
    }
      ?? either(
        "\(typed) is not an option here; put -- before a word that begins with a dash",
        "这里没有 \(typed) 这个选项；以短横线开头的内容，前面请加 --")
  }
  func takesNoValue(_ name: String) -> String {
    either("--\(name) takes no value", "--\(name) 不带值")
  }
  func givenTwice(_ name: String) -> String {
    either("--\(name) is given twice", "--\(name) 写了两次")
  }
  func needsValue(_ name: String, _ placeholder: String) -> String {
    either(
      "--\(name) needs a value: --\(name) \(placeholder)",
      "--\(name) 需要一个值：--\(name) \(placeholder)")
  }
  var noBareWords: String {
    either("this takes no bare words, only options", "这个命令只接受选项，不接受其他内容")
  }
  var wordTooMany: String {
    either("there is a word too many; quote names with spaces", "多了一个词；带空格的名称请加引号")
  }
  func missing(_ inputs: [String]) -> String {
    either(
      "\(inputs.joined(separator: ", ")) missing", "缺少 \(inputs.joined(separator: "、"))")
  }
  func wholeNumber(_ input: String) -> String {
    either("\(input) must be a whole number", "\(input) 必须是整数")
  }
  func excludeEachOther(_ inputs: [String]) -> String {
    either(
      "\(inputs.joined(separator: " and ")) exclude each other",
      "\(inputs.joined(separator: " 与 ")) 不能同时使用")
  }
  var jsonOrShort: String {
    either("give it as JSON or in the short form, not both", "JSON 和简写形式只能用一种")
  }
  func notJSON(_ input: String, _ why: String) -> String {
    either("\(input) is not JSON: \(why)", "\(input) 不是有效的 JSON：\(why)")
  }
  func wrongWord(_ input: String, _ words: [String], nearest: String?) -> String {
    nearest.map { either("\(input): did you mean \($0)?", "\(input)：您是要输入 \($0) 吗？") }
      ?? either(
        "\(input) is one of \(words.joined(separator: ", "))",
        "\(input) 只能是：\(words.joined(separator: "、"))")
  }
  var paramsNoObject: String {
    either("the parameters must be a JSON object", "参数必须是一个 JSON 对象")
  }
  func paramsWrong(_ why: String) -> String {
    either("the parameters are not what they should be: \(why)", "参数有误：\(why)")
  }
  func completionsFor(_ shells: [String]) -> String {
    either(
      "there are completions for \(shells.joined(separator: ", "))",
      "可生成补全的 shell：\(shells.joined(separator: "、"))")
  }
  /// An input among several of its kind.
  func nth(_ input: String, _ number: Int) -> String {
    either("\(input) (the \(ordinal(number)))", "\(input)（第 \(number) 个）")
  }

  private func ordinal(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (1, let rest) where rest != 11: "\(number)st"
    case (2, let rest) where rest != 12: "\(number)nd"
    case (3, let rest) where rest != 13: "\(number)rd"
    default: "\(number)th"
    }
  }
}
