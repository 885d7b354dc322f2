import CallbookModel
import Testing

struct PolicySettingTests {
  @Test func `every setting is named once, and has the default that it says`() throws {
    #expect(Set(PolicySetting.all.map(\.key)).count == PolicySetting.all.count)
    for setting in PolicySetting.all {
      var policy = Policy()
      #expect(setting.set(setting.defaultText, in: &policy) == nil, "\(setting.key)")
      #expect(policy == Policy(), "\(setting.key)")
      #expect(setting.explanation.hasSuffix("."), "\(setting.key)")
    }
  }

  @Test(arguments: [
    ("review.cycle.merchant", "P1M"), ("review.cycle.merchant", "none"),
    ("review.cycle.staff", "P2W"), ("review.remind_again", "60"), ("callback.back_off", "5"),
    ("callback.back_off", "60 120 9600"), ("callback.attempts", "1"),
  ])
  func `a value within its bounds is taken`(_ key: String, _ value: String) throws {
    var policy = Policy()
    let setting = try #require(PolicySetting.of(key))
    #expect(setting.set(value, in: &policy) == nil)
    #expect(setting.text(in: policy) == value)
    #expect(policy != Policy())
  }

  @Test(arguments: [
    ("review.cycle.merchant", ""), ("review.cycle.merchant", "P0M"),
    ("review.cycle.merchant", "quarterly"), ("review.remind_again", "0"),
    ("review.remind_again", "61"), ("review.remind_again", "-3"), ("review.remind_again", " 3"),
    ("review.remind_again", "3.5"), ("review.remind_again", "9999999999999999999999"),
    ("callback.back_off", ""), ("callback.back_off", "60 0"), ("callback.back_off", "60 x"),
    ("callback.back_off", String(repeating: "60 ", count: 21)), ("callback.attempts", "21"),
  ])
  func `any other is refused and leaves the policy as it was`(
    _ key: String, _ value: String
  ) throws {
    var policy = Policy()
    let setting = try #require(PolicySetting.of(key))
    #expect(setting.set(value, in: &policy)?.isEmpty == false)
    #expect(policy == Policy())
  }

  @Test func `a setting that nobody knows is none`() {
    #expect(PolicySetting.of("review.cycle") == nil)
  }
}
