package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Changes the shop's own settings.
package struct EditShop: WriteRequest {
  package static let method = "shop.edit"
  package static let summary = "Changes the shop's own settings."
  package static let permission = Permission.roles(.admin)
  package static let errors: [Reason] = [.revisionConflict]
  package static let examples = [RequestExample("A name", #"{"name":"幸福路手机店"}"#)]

  @Parameter("The shop's name.", in: 1...200) package var name: Patch<String>
  @Parameter("Country of numbers that name none: ISO 3166, such as CN.", in: 2...2)
  package var region: String?
  @Parameter("IANA time zone, such as Asia/Shanghai.", in: 1...64) package var timeZone: String?
  @Parameter("Language of what is sent to customers, such as zh-CN.", in: 2...35)
  package var locale: String?
  @Parameter("Only if the settings still have this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case name, region
    case timeZone = "time_zone"
    case locale
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Shop {
    let old = try store.shop()
    try Revision.check(
      ifRev, against: old.rev, of: "the shop", hint: "callbook shop get")
    try check(environment)
    var shop = old
    shop.name = name.applied(to: old.name)
    shop.region = region ?? old.region
    shop.timeZone = timeZone ?? old.timeZone
    shop.locale = locale ?? old.locale
    return try store.save(shop, over: old)
  }

  private func check(_ environment: Environment) throws(CallbookError) {
    var violations: [Violation] = []
    if let region, !region.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      violations.append(Violation("/region", "is two capital letters, such as CN"))
    }
    if let timeZone, !environment.services.isTimeZone(timeZone) {
      violations.append(
        Violation("/time_zone", "is not in the time zone database; one is Asia/Shanghai"))
    }
    guard violations.isEmpty else {
      throw CallbookError(.invalidParams, "the settings are wrong", violations: violations)
    }
  }
}
