/// An email address (RFC 5321, section 4.1.2; RFC 6531 for other scripts): valid, or it does not
/// exist.
package struct EmailAddress: Sendable, Hashable {
  /// As typed, with quotes if it had them.
  package let localPart: String
  /// In lower case, which is the rule of every domain (RFC 5321, section 2.4).
  package let domain: String

  /// How it is shown and stored.
  package var display: String { "\(localPart)@\(domain)" }

  /// Equal for two spellings of one mailbox: what duplicates are found by.
  ///
  /// RFC 5321 lets a host tell `Li.Na` from `li.na`, but every large provider takes them for one,
  /// and people write both; quotes that quote nothing fall away (section 4.1.2).
  package var canonical: String { "\(unquotedLocalPart.lowercased())@\(domain)" }

  /// RFC 5321, section 4.5.3.1.1, in octets.
  private static let mostLocalOctets = 64
  /// RFC 5321, section 4.5.3.1.3: a path of 256 octets less its angle brackets.
  private static let mostOctets = 254

  /// Full-width characters and `。` are read as what was meant; spaces and brackets around the
  /// address and `mailto:` before it are dropped.
  package init?(_ typed: String) {
    guard typed.utf8.count <= 4 * Self.mostOctets else { return nil }
    let text = Self.unwrapped(Self.folded(typed))
    guard let at = text.lastIndex(of: "@") else { return nil }
    let local = text[..<at]
    let domain = String(text[text.index(after: at)...]).lowercased()
    guard local.utf8.count <= Self.mostLocalOctets,
      local.utf8.count + 1 + domain.utf8.count <= Self.mostOctets,
      Self.isDotAtom(local) || Self.isQuoted(local),
      Self.isDomain(domain)
    else { return nil }
    self.localPart = String(local)
    self.domain = domain
  }

  private var unquotedLocalPart: String {
    guard Self.isQuoted(localPart[...]) else { return localPart }
    let content = localPart.dropFirst().dropLast()
    return Self.isDotAtom(content) ? String(content) : localPart
  }
}
