import CallbookModel

/// The properties of a card by which somebody can be reached.
enum VCardPoints {
  /// - Parameters:
  ///   - value: decoded, still escaped.
  ///   - text: the same without escapes, trimmed, not empty.
  static func point(of property: VCardProperty, value: String, text: String) -> PointDraft? {
    let types = property.types
    var point: PointDraft
    switch property.name {
    case "TEL":
      point = PointDraft(.phone, TelephoneURI.number(of: text), label: VCardLabel.of(types: types))
    case "EMAIL":
      point = PointDraft(.email, text, label: VCardLabel.of(types: types))
    case "ADR":
      let parts = VCardText.parts(value, at: ";").map { CellText.trimmed($0) }
      point = PointDraft(.address, address(parts), label: VCardLabel.of(types: types))
    case "X-WECHAT", "X-WEIXIN", "X-WECHAT-ID": point = PointDraft(.wechat, text)
    case "X-QQ", "X-TENCENT-QQ": point = PointDraft(.qq, text)
    case "X-SOCIALPROFILE":
      point = service(types.first { $0 != "pref" }, property.parameter("X-USER") ?? text)
    case "IMPP": point = instantMessaging(property, text)
    case "URL": point = PointDraft(.handle, text, label: "website")
    case "X-SKYPE", "X-SKYPE-USERNAME", "X-MSN", "X-ICQ", "X-AIM", "X-JABBER", "X-YAHOO",
      "X-TWITTER", "X-GOOGLE-TALK", "X-WEIBO", "X-ALIPAY", "X-DINGTALK":
      point = PointDraft(.handle, text, label: property.name.dropFirst(2).lowercased())
    default: return nil
    }
    point.value = CellText.trimmed(point.value)
    point.label = point.label.map { CellText.trimmed($0) }.flatMap { $0.isEmpty ? nil : $0 }
    guard !point.value.isEmpty else { return nil }
    point.isPreferred = types.contains("pref") || property.parameter("PREF") == "1"
    return point
  }

  /// An address in the order of its country: a single part, as our own cards have it, stays alone.
  private static func address(_ parts: [String]) -> String {
    func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
    let (box, extended, street, locality) = (part(0), part(1), part(2), part(3))
    let (region, code, country) = (part(4), part(5), part(6))
    let isHan = (region + locality + street).unicodeScalars.contains {
      (0x4E00...0x9FFF).contains($0.value)
    }
    let ordered =
      isHan
      ? [country, region, locality, street, extended, box, code]
      : [box, street, extended, locality, region, code, country]
    return ordered.filter { !$0.isEmpty }.joined(separator: isHan ? " " : ", ")
  }

  /// `IMPP;X-SERVICE-TYPE=QQ:x-apple:12345`, `IMPP:weixin:wx_1`.
  private static func instantMessaging(_ property: VCardProperty, _ text: String) -> PointDraft {
    var scheme: String?
    var name = text
    if let colon = text.firstIndex(of: ":") {
      scheme = String(text[..<colon])
      name = String(text[text.index(after: colon)...])
    }
    return service(property.parameter("X-SERVICE-TYPE") ?? scheme, name)
  }

  private static func service(_ service: String?, _ name: String) -> PointDraft {
    switch service?.lowercased() {
    case "wechat", "weixin", "微信": PointDraft(.wechat, name)
    case "qq", "tencent", "mqq": PointDraft(.qq, name)
    default: PointDraft(.handle, name, label: service)
    }
  }
}
