/// The shop's own settings.
package struct Shop: Codable, Sendable, Equatable {
  package var name: String?
  /// ISO 3166-1 alpha-2: the country of phone numbers that name none.
  package var region: String
  /// A name of the IANA time zone database, such as `Asia/Shanghai`.
  package var timeZone: String
  /// A BCP 47 tag: the language of what is sent to customers.
  package var locale: String
  package var rev: Int64

  package init(name: String?, region: String, timeZone: String, locale: String, rev: Int64) {
    self.name = name
    self.region = region
    self.timeZone = timeZone
    self.locale = locale
    self.rev = rev
  }

  private enum CodingKeys: String, CodingKey {
    case name, region
    case timeZone = "time_zone"
    case locale, rev
  }
}
