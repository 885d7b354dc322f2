import CPhoneNumber
package import CallbookModel

/// Reads numbers as people write them, by Google's libphonenumber and its metadata.
///
/// Making one costs nothing; the first number that is not a plain mainland mobile loads the
/// metadata (15 ms, 18 MB).
package struct LibPhoneNumberParser: PhoneNumberParser {
  package init() {}

  /// Accepted are numbers of ranges in use, mainland mobiles of the right length even in ranges
  /// that are not yet in use, and the mainland's short service numbers (see `ServiceNumber`).
  package func parse(_ typed: String, region: String) -> PhoneNumber? {
    if let mobile = MainlandMobile.read(typed, region: region) { return mobile }
    guard let number = TypedNumber(typed) else { return nil }
    if let e164 = e164(number.dialled, region: region) {
      return PhoneNumber(e164: e164, extensionDigits: number.extensionDigits)
    }
    if let service = ServiceNumber.read(number.dialled, region: region) {
      return number.extensionDigits == nil ? service : nil
    }
    return landlineWithDash(number, region: region)
  }

  /// `0571-88000153-809`: where the whole is no number, a last short group is the extension.
  private func landlineWithDash(_ number: TypedNumber, region: String) -> PhoneNumber? {
    guard let (line, extensionDigits) = number.splitAtLastDash,
      let e164 = e164(line, region: region), !Self.isMainlandMobile(e164)
    else { return nil }
    return PhoneNumber(e164: e164, extensionDigits: extensionDigits)
  }

  private func e164(_ dialled: String, region: String) -> String? {
    if let mobile = MainlandMobile.read(dialled, region: region) { return mobile.e164 }
    guard let (e164, standing) = Self.ask(Self.withoutZero(dialled, region), region) else {
      return nil
    }
    let isAccepted = standing == CALLBOOK_PHONE_VALID || Self.isMainlandMobile(e164)
    return isAccepted ? e164 : nil
  }

  /// `086` before a mobile, as many write the country code; no area code begins so.
  private static func withoutZero(_ dialled: String, _ region: String) -> String {
    let isChina = region == "CN" && dialled.hasPrefix("0861") && dialled.utf8.count == 14
    return isChina ? "+" + dialled.dropFirst() : dialled
  }

  private static func isMainlandMobile(_ e164: String) -> Bool {
    MainlandMobile.read(e164, region: "CN") != nil
  }

  private static func ask(
    _ dialled: String, _ region: String
  ) -> (e164: String, standing: callbook_phone_standing)? {
    var dialled = dialled
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CALLBOOK_PHONE_CAPACITY)) {
      buffer in
      let standing = dialled.withUTF8 { text in
        callbook_phone_read(text.baseAddress, text.count, region, buffer.baseAddress, buffer.count)
      }
      guard standing != CALLBOOK_PHONE_NONE, let start = buffer.baseAddress else { return nil }
      return (String(cString: start), standing)
    }
  }
}
