import CallbookModel
import Testing

@Suite struct EmailAddressTests {
  @Test(arguments: [
    ("Li.Na@Example.COM", "Li.Na@example.com"), (" li.na@example.com\t", "li.na@example.com"),
    ("<li.na@example.com>", "li.na@example.com"), ("mailto:li.na@example.com", "li.na@example.com"),
    ("< MailTo:li@example.com?subject=x >", "li@example.com"),
    ("《li@example.com》", "li@example.com"),
    ("ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ", "li@example.com"), ("li@example。com", "li@example.com"),
    ("li.na@mail｡example。com", "li.na@mail.example.com"),
    ("li+shop@a-b.example", "li+shop@a-b.example"),
    ("\"li na\"@example.com", "\"li na\"@example.com"),
    ("\"a@b\"@example.com", "\"a@b\"@example.com"),
    ("\"a\\\"b\"@example.com", "\"a\\\"b\"@example.com"), ("李娜@例子.中国", "李娜@例子.中国"),
    ("li@BÜCHER.example", "li@bücher.example"),
    ("li@xn--bcher-kva.example", "li@xn--bcher-kva.example"),
    ("12345@example.com", "12345@example.com"), ("o'hara_%x@example.com", "o'hara_%x@example.com"),
  ])
  func `an address is understood as it was meant`(typed: String, display: String) {
    #expect(EmailAddress(typed)?.display == display)
  }

  @Test(arguments: [
    "", "@", "li", "li@", "@example.com", "li@example", "li@@example.com", "li@na@example.com",
    "li na@example.com", "li@exam ple.com", "li@example.com.", ".li@example.com", "li.@example.com",
    "li..na@example.com", "li@.example.com", "li@example..com", "li@-example.com",
    "li@example-.com", "li@[192.0.2.1]", "li@192.0.2.1", "li@example.com,na@example.com",
    "li@example.com;", "李娜 <li@example.com>", "li\u{0}@example.com", "li@example.com\n",
    "li\r\n@example.com", "li\u{7F}@example.com", "li\u{202E}@example.com", "li，na@example.com",
    "\"li@example.com", "\"\"@example.com", "\"a\"b\"@example.com", "\"a\\\"@example.com",
    "li@exa_mple.com", "li@example.com/x", "li\u{85}@example.com",
  ])
  func `what is no address does not exist`(typed: String) {
    #expect(EmailAddress(typed) == nil)
  }

  @Test func `two spellings of one mailbox have one key`() {
    let keys = [
      "Li.Na@example.com", "li.na@EXAMPLE.com", "\"LI.NA\"@example.com", "ｌｉ．ｎａ@example.com",
    ]
    .map { EmailAddress($0)?.canonical }
    #expect(keys == Array(repeating: "li.na@example.com", count: keys.count))
    #expect(EmailAddress("\"Li Na\"@example.com")?.canonical == "\"li na\"@example.com")
  }

  @Test func `what an address shows reads back as itself`() throws {
    for typed in ["Li.Na@Example.COM", "\"li na\"@example.com", "李娜@例子.中国"] {
      let address = try #require(EmailAddress(typed))
      #expect(EmailAddress(address.display) == address)
    }
  }

  @Test func `RFC 5321 limits the octets`() {
    let label = String(repeating: "a", count: 63)
    let local = String(repeating: "l", count: 64)
    #expect(EmailAddress("\(local)@example.com") != nil)
    #expect(EmailAddress("l\(local)@example.com") == nil)
    #expect(EmailAddress("l@\(label).cn") != nil)
    #expect(EmailAddress("l@a\(label).cn") == nil)
    let domain = "\(label).\(String(repeating: "b", count: 58)).\(label).cn"
    #expect(local.utf8.count + 1 + domain.utf8.count == 254)
    #expect(EmailAddress("\(local)@\(domain)") != nil)
    #expect(EmailAddress("\(local)@\(domain)m") == nil)
    #expect(EmailAddress(String(repeating: "a", count: 100_000) + "@example.com") == nil)
  }
}
