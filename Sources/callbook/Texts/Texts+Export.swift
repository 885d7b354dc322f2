/// What an export says.
extension Texts {
  var exportSummary: String {
    either(
      "Writes contacts to a file that can be imported again: CSV, vCard or JSON lines.",
      "把联系人写入可再次导入的文件：CSV、vCard 或 JSON Lines。")
  }
  var exportOutputHelp: String {
    either(
      "Where to; it appears there when it is whole. Default: standard output.",
      "写到哪里；全部写完后文件才会出现。默认：标准输出。")
  }
  var exportFormatHelp: String {
    either(
      "csv, vcard or jsonl. Default: by the file's ending, else csv.",
      "csv、vcard 或 jsonl。默认：按文件扩展名，否则为 csv。")
  }
  var exportVersionHelp: String {
    either(
      "4.0, or 3.0 for old phones and mail programs. Default: 4.0.",
      "4.0；旧手机和旧邮件程序用 3.0。默认：4.0。")
  }
  var exportHeadingsHelp: String {
    either(
      "Of a CSV file: zh or en. Default: by the locale.",
      "CSV 文件的表头语言：zh（中文）或 en（英文）。默认：按系统语言。")
  }
  var exportNotes: [String] {
    [
      either(
        "Every field is exported but for what belongs to this store alone: ids, revisions, times, "
          + "history. An agent exports their own contacts.",
        "除编号、版本、时间、变更历史等仅属于本登记簿的内容外，所有字段都会导出。业务员只能导出自己负责的联系人。"),
      either(
        "In CSV an apostrophe goes before what a spreadsheet would run as a formula; the import "
          + "takes it off again.",
        "CSV 中会被电子表格当作公式的内容前加一个撇号；导入时自动去掉。"),
    ]
  }

  var exportJSONNeedsFile: String {
    either(
      "--json goes with --output; use --jsonl for rows as JSON",
      "--json 须与 --output 同用；要逐行输出 JSON 请用 --jsonl")
  }
  func noSuchChoice(_ option: String) -> String {
    either("--\(option) has no such choice", "--\(option) 没有这个选项值")
  }
  func exported(_ count: Int, to path: String) -> String {
    either("exported \(count) contacts to \(path)", "已导出 \(count) 个联系人到 \(path)")
  }
  func exporting(_ count: Int) -> String { either("\(count) contacts", "\(count) 个联系人") }

  // MARK: Batches of callback forms

  var batchExportSummary: String {
    either(
      "Writes the forms of a batch to a file: CSV or JSON lines.", "把一批回访表写入文件：CSV 或 JSON Lines。")
  }
  var batchExportFormatHelp: String {
    either(
      "csv or jsonl. Default: by the file's ending, else csv.", "csv 或 jsonl。默认：按文件扩展名，否则为 csv。")
  }
  var batchExportNotes: [String] {
    [
      either(
        "A form stands there as it was handed over; where `newest` is higher than `version` it was "
          + "amended since, and --amended shows what it became.",
        "表格内容以移交时为准；newest 大于 version 表示移交后又更正过，--amended 给出更正后的内容。"),
      either(
        "In CSV an apostrophe goes before what a spreadsheet would run as a formula.",
        "CSV 中会被电子表格当作公式的内容前加一个撇号。"),
    ]
  }
  func exportedForms(_ count: Int, to path: String) -> String {
    either("exported \(count) forms to \(path)", "已导出 \(count) 张回访表到 \(path)")
  }
  func exportingForms(_ count: Int) -> String { either("\(count) forms", "\(count) 张回访表") }
}
