import CallbookFormats

/// What an import says.
extension Texts {
  var importSummary: String {
    either(
      "Adds the contacts of a file: CSV with Chinese or English headings, vCard, or JSON lines.",
      "导入文件中的联系人：CSV（中文或英文表头）、vCard 或 JSON Lines。")
  }
  var importFileHelp: String {
    either("The file; - for standard input.", "文件；- 表示标准输入。")
  }
  func importEncodingHelp(_ names: [String]) -> String {
    either(
      "Of the file, when it is not what it looks like: \(names.joined(separator: ", ")).",
      "文件编码，自动识别有误时指定：\(names.joined(separator: "、"))。")
  }
  var importRejectHelp: String {
    either(
      "Where the rows go that cannot be taken, with the reason. "
        + "Default: NAME-rejects.csv in this directory.",
      "无法导入的行连同原因写到哪里。默认：当前目录下的 文件名-rejects.csv。")
  }
  var importSourceHelp: String {
    either(
      "Where the contacts come from, when the file does not say. Default: import:NAME.",
      "文件中没有写明来源时，联系人的来源。默认：import:文件名。")
  }
  var importDuplicatesHelp: String {
    either(
      "What becomes of a row whose contact is there already: skip leaves the contact "
        + "alone, merge gives it the points, tags and fields that it lacks and changes nothing "
        + "that it has, add makes a contact of its own. Default: skip.",
      "联系人已存在时如何处理该行：skip 保持原样；merge 补上缺少的联系方式、标签和字段，已有内容不变；"
        + "add 另建一个联系人。默认：skip。")
  }
  func duplicatePolicies(_ names: [String]) -> String {
    either(
      "--duplicates is one of \(names.joined(separator: ", "))",
      "--duplicates 只能是：\(names.joined(separator: "、"))")
  }
  var importNotes: [String] {
    [
      either(
        "A contact is there already when it has the UID of the row, or its name and a phone or email "
          + "of it, or, for a row without these, its name, its company and all its points. "
          + "With --duplicates add only by UID, or when it says all that the row says.",
        "以下情况视为联系人已存在：UID 相同；姓名相同且有同一电话或邮箱；行内没有电话和邮箱时，"
          + "姓名、单位及全部联系方式相同。用 --duplicates add 时，只看 UID，或该行内容联系人已全部具备。"),
      either(
        "The same file again changes nothing, whatever the policy. An import that broke off is run "
          + "again.",
        "无论哪种处理方式，同一文件再次导入都不会有任何变化。中断的导入重新运行即可。"),
      either("Ends with 65 when rows were rejected.", "有行被拒绝时退出码为 65。"),
    ]
  }

  var importDryRun: String {
    either(
      "dry run: a contact that stands in the file twice counts as known only within one batch of rows",
      "试运行：文件中重复的联系人，只有在同一批行内才算作已有")
  }
  func importSummary(_ tally: ImportTally, isDryRun: Bool) -> String {
    var words = [
      isDryRun
        ? either("would add \(tally.added)", "将新增 \(tally.added)")
        : either("added \(tally.added)", "新增 \(tally.added)")
    ]
    if tally.alike > 0 {
      words[0] += either(" (\(tally.alike) may be there already)", "（其中 \(tally.alike) 个可能重复）")
    }
    if tally.merged > 0 { words.append(either("merged \(tally.merged)", "补充 \(tally.merged)")) }
    words.append(either("known already \(tally.known)", "已有 \(tally.known)"))
    words.append(either("rejected \(tally.rejected)", "拒绝 \(tally.rejected)"))
    return words.joined(separator: either(", ", "，"))
  }
  func alikeRow(line: Int64, id: String, others: [String], isDryRun: Bool) -> String {
    let others = others.joined(separator: listSeparator)
    return isDryRun
      ? either(
        "line \(line) would be added; it may be \(others)", "第 \(line) 行将新增；可能就是 \(others)")
      : either(
        "line \(line) was added as \(id); it may be \(others)",
        "第 \(line) 行已新增为 \(id)；可能就是 \(others)")
  }
  func mergedRow(line: Int64, id: String) -> String {
    either("line \(line): \(id) gets what it lacks", "第 \(line) 行：补充 \(id) 缺少的内容")
  }
  var furtherRows: String {
    either("further such rows are only counted", "其余此类行只计数，不再逐一列出")
  }
  func unlinked(_ count: Int) -> String {
    either(
      "\(count) rows name contacts by UID that are not there: import these too, then this file again",
      "有 \(count) 行按 UID 引用的联系人不存在：请先导入那些联系人，再重新导入本文件")
  }
  func rejectsAt(_ path: String) -> String {
    either(
      "the rejected rows with their reasons are in \(path): correct and import that",
      "被拒绝的行及原因在 \(path)：改正后导入该文件即可")
  }
  func stopped(afterLine line: Int) -> String {
    either(
      "stopped; rows up to about line \(line) are in. Import the same file again: what is in stays as it is",
      "已中断；大约到第 \(line) 行为止已导入。请再次导入同一文件：已导入的保持不变")
  }
  func rows(_ count: Int, share: String) -> String {
    either("\(count) rows\(share)", "\(count) 行\(share)")
  }
  var rejectsOverFile: String {
    either("the rejected rows may not go to the file that is read", "被拒绝的行不能写进正在读取的文件")
  }
  func encodings(_ names: [String]) -> String {
    either(
      "--encoding is one of \(names.joined(separator: ", "))",
      "--encoding 只能是：\(names.joined(separator: "、"))")
  }
  var entryTooLong: String { either("the entry is too long", "这一条太长") }

  /// Why a row is rejected.
  func fault(_ fault: ContactFault) -> String {
    either(fault.message, chinese(fault))
  }

  private func chinese(_ fault: ContactFault) -> String {
    switch fault {
    case .unclosedQuote: "这里有一个引号没有闭合"
    case .afterUnclosedQuote: "前面有未闭合的引号，且列数不足以单独成行"
    case .rowTooLong: "这一行超过 128 KiB"
    case .cellTooLong: "有一个单元格超过 64 KiB"
    case .tooManyCells: "单元格比表头多：是不是有逗号没加引号？"
    case .nul: "文本中有 NUL 字节"
    case .mojibake(let place): "\(place)：文字是乱码，读取或保存时用错了编码"
    case .roundedNumber(let place): "\(place)：号码被电子表格变成了 1.38E+10 这样的形式，后几位已丢失"
    case .unreadableNumber(let place): "\(place)：读不出号码"
    case .nameless: "既没有姓名也没有单位"
    case .unendedCard: "从这里开始的名片没有 END:VCARD"
    case .outsideCard: "名片之外的文字"
    case .propertyTooLong(let place): "\(place) 超过 64 KiB"
    case .cardTooLong: "名片除图片外超过 256 KiB"
    case .group: "这是联系人分组，不是联系人"
    case .lineTooLong: "这一行超过 256 KiB"
    case .notJSON(let complaint): "不是 JSON 对象：\(complaint)"
    case .members(let complaints): complaints.joined(separator: "；")
    case .unreadablePoints(let place): "\(place)：有一行不是导出时的写法"
    }
  }

  /// What was read otherwise than it stands.
  func note(_ note: ContactNote) -> String {
    either(note.message, chinese(note))
  }

  private func chinese(_ note: ContactNote) -> String {
    switch note {
    case .unknownWord(let place): "\(place)：不认识的词已作为标签保留"
    case .organisationAsName: "没有姓名：以单位本身作为联系人"
    case .keptInNotes(let place): "\(place)：不认识的表头，内容已放入备注"
    case .leftOut(let place): "\(place) 没有导入"
    }
  }
}
