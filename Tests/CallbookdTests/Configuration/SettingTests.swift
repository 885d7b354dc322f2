import CallbookProtocol
import CallbookServer
import Testing

@testable import callbookd

struct SettingTests {
  @Test func `every default is within its bounds and reads back as it is written`() {
    for setting in Setting.all {
      var settings = Settings()
      let text = setting.text(in: settings)
      #expect(setting.set(text, in: &settings) == nil, "\(setting.key) = \(text)")
      #expect(setting.text(in: settings) == text)
    }
  }

  @Test func `a value outside the bounds is refused, and the bounds are named`() {
    for setting in Setting.all {
      guard case .number(let value, _, let range) = setting.kind else { continue }
      for (number, isGood) in [
        (range.lowerBound, true), (range.upperBound, true), (range.lowerBound - 1, false),
        (range.upperBound + 1, false),
      ] {
        var settings = Settings()
        let before = settings[keyPath: value]
        let wrong = setting.set(String(number), in: &settings)
        #expect((wrong == nil) == isGood, "\(setting.key) = \(number)")
        #expect(settings[keyPath: value] == (isGood ? number : before))
        if number > range.upperBound { #expect(wrong?.contains(setting.bounds ?? "?") == true) }
      }
    }
  }

  @Test func `keys are plain words and stand once`() {
    let keys = Setting.all.map(\.key)
    #expect(Set(keys).count == keys.count)
    for key in keys {
      #expect(key.allSatisfy { $0 == "_" || ("a"..."z").contains($0) }, "\(key)")
    }
    for setting in Setting.all {
      #expect(setting.explanation.hasSuffix("."), "\(setting.key) is not explained")
    }
  }

  @Test func `every limit of the protocol and of the server can be set`() {
    var settings = Settings()
    for setting in Setting.all {
      guard case .number(_, _, let range) = setting.kind else { continue }
      let isDefault = setting.text(in: settings) == String(range.lowerBound)
      let other = isDefault ? range.upperBound : range.lowerBound
      #expect(setting.set(String(other), in: &settings) == nil)
    }
    expectAllDiffer(ProtocolLimits(), settings.limits)
    expectAllDiffer(ServerLimits(), settings.serverLimits)
  }

  private func expectAllDiffer<Limits>(_ usual: Limits, _ set: Limits) {
    let pairs = zip(Mirror(reflecting: usual).children, Mirror(reflecting: set).children)
    for (before, after) in pairs {
      #expect(
        "\(before.value)" != "\(after.value)",
        "\(Limits.self).\(before.label ?? "") has no key in the configuration")
    }
  }
}
