import CallbookFormats

/// What an import says.
extension Texts {
  var importSummary: String {
    either(
      "Adds the contacts of a file: CSV with Chinese or English headings, or vCard.",
      "导入文件中的联系人：CSV（中文或英文表头）或 vCard。")
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
  var importNotes: [String] {
    [
      either(
        "The same file again changes nothing: a contact that is known by its UID, by its name and a "
          + "phone or email, or by name and company stays as it is. An import that broke off is run "
          + "again.",
        "同一文件再次导入不会有任何变化：UID、姓名加电话或邮箱、姓名加单位相同的联系人保持原样。"
          + "中断的导入重新运行即可。"),
      either("Ends with 65 when rows were rejected.", "有行被拒绝时退出码为 65。"),
    ]
  }

  var importDryRun: String {
    either(
      "dry run: a contact that stands in the file twice counts as known only within one batch of rows",
      "试运行：文件中重复的联系人，只有在同一批行内才算作已有")
  }
  func importSummary(added: Int, known: Int, rejected: Int, isDryRun: Bool) -> String {
    isDryRun
      ? either(
        "would add \(added), known already \(known), rejected \(rejected)",
        "将新增 \(added)，已有 \(known)，拒绝 \(rejected)")
      : either(
        "added \(added), known already \(known), rejected \(rejected)",
        "新增 \(added)，已有 \(known)，拒绝 \(rejected)")
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
  var jsonLinesNotYet: String {
    either(
      "this looks like JSON lines, which are not imported yet", "这看起来是 JSON Lines 文件，暂不支持导入")
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
