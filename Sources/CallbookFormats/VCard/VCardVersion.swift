/// The versions of vCard that are written.
package enum VCardVersion: String, Sendable, CaseIterable {
  /// RFC 2426: what phones and mail programs take.
  case v3 = "3.0"
  /// RFC 6350.
  case v4 = "4.0"
}
