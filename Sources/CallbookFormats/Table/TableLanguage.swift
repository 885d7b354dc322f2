/// The language of an exported table's headings and words.
package enum TableLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"
}
