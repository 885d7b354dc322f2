import CallbookFormats
import CallbookModel

extension FieldHeadings {
  /// Those of the shop's own fields of contacts, retired ones, too: contacts may still have them.
  static func ofShop(_ run: Run) throws(CallbookError) -> FieldHeadings {
    FieldHeadings(
      try ShopField.all(of: "contact", withRetired: true, run).map { ($0.key, $0.label) })
  }
}
