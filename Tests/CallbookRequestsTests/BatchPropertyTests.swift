import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookRequests

/// Nothing is handed over twice or never (DOMAIN K4), whatever happens in whatever order.
struct BatchPropertyTests {
  /// What has to hold, in plain words: which forms wait, and which batch has which.
  private struct Plain {
    var waiting: [String] = []
    var batches: [String: [String]] = [:]
    var acknowledged: Set<String> = []
    var concluded: Set<String> = []
    var versions: [String: Int64] = [:]
    var handed: [String: Int64] = [:]
    var forms: [String] { versions.keys.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) } }
  }

  private final class Run {
    let shop: TestShop
    var admin: TestConnection
    var plain = Plain()
    var chance: SplitMix64
    var calls = 0

    init(seed: UInt64) throws {
      shop = try TestShop()
      chance = SplitMix64(seed: seed)
      _ = try shop.connect().result("staff.add", #"{"user":"alice","role":["admin"]}"#)
      admin = shop.connect(uid: 4001)
      _ = try admin.result(
        "contact.add", #"{"name":"王小明","points":[{"kind":"phone","value":"199 0000 1234"}]}"#)
    }

    func pick(_ list: [String]) -> String? {
      list.isEmpty ? nil : list[chance.below(list.count)]
    }

    func call() throws {
      calls += 1
      let planned = try admin.result(
        "callback.plan", #"{"contact":"c1","terminal":"SN-\#(calls)"}"#)
      let id = try #require(planned["id"]?.text)
      let done = try admin.result(
        "callback.done",
        #"{"id":"\#(id)","transaction":"T-\#(calls)","problem":"无","solution":"无","running_state":"normal","satisfaction":5}"#
      )
      let form = try #require(done["form"]?["id"]?.text)
      plain.waiting.append(form)
      plain.versions[form] = 1
    }

    func handOver() throws {
      let limit = chance.below(6) + 1
      let isTried = chance.below(4) == 0
      let params = #"{"limit":\#(limit)}"#
      if plain.waiting.isEmpty {
        #expect(try admin.failure("batch.create", params)?["reason"]?.text == "WRONG_STATE")
        return
      }
      let answer = try admin.call(
        "batch.create", params, ctx: isTried ? #"{"dry_run":true}"# : nil)
      let batch = try #require(answer["result"]?["batch"]?["id"]?.text)
      guard !isTried else { return }
      plain.batches[batch] = Array(plain.waiting.prefix(limit))
      for form in plain.waiting.prefix(limit) { plain.handed[form] = plain.versions[form] }
      plain.waiting = Array(plain.waiting.dropFirst(limit))
    }

    func amend() throws {
      guard let form = pick(plain.forms) else { return }
      let version = plain.versions[form, default: 0] + 1
      _ = try admin.result("form.amend", #"{"id":"\#(form)","problem":"第 \#(version) 版"}"#)
      plain.versions[form] = version
    }

    func acknowledge() throws {
      guard let batch = pick(plain.batches.keys.sorted()) else { return }
      if plain.acknowledged.contains(batch) {
        let data = try admin.failure("batch.acknowledge", #"{"id":"\#(batch)"}"#)
        #expect(data?["reason"]?.text == "WRONG_STATE")
      } else {
        _ = try admin.result("batch.acknowledge", #"{"id":"\#(batch)"}"#)
        plain.acknowledged.insert(batch)
      }
    }

    func conclude() throws {
      guard let form = pick(plain.forms) else { return }
      let batch = plain.batches.first { $0.value.contains(form) }?.key
      let params = #"{"id":"\#(form)","conclusion":"solved","again":true}"#
      if let batch, plain.acknowledged.contains(batch) {
        _ = try admin.result("form.conclude", params)
        plain.concluded.insert(form)
      } else {
        #expect(try admin.failure("form.conclude", params)?["reason"]?.text == "WRONG_STATE")
      }
    }

    func concludeRest() throws {
      guard let batch = pick(plain.acknowledged.sorted()) else { return }
      let forms = plain.batches[batch] ?? []
      let params = #"{"id":"\#(batch)","conclusion":"no_action"}"#
      if forms.allSatisfy(plain.concluded.contains) {
        #expect(try admin.failure("batch.conclude", params)?["reason"]?.text == "WRONG_STATE")
      } else {
        _ = try admin.result("batch.conclude", params)
        plain.concluded.formUnion(forms)
      }
    }

    func restart() throws {
      try shop.restart()
      admin = shop.connect(uid: 4001)
    }

    func ids(_ method: String, _ params: String) throws -> [String] {
      guard case .array(let items) = try admin.result(method, params)["items"] else { return [] }
      return items.compactMap { $0["id"]?.text }
    }

    func check() throws {
      var seen: [String] = []
      for (batch, forms) in plain.batches {
        #expect(try ids("batch.forms", #"{"id":"\#(batch)"}"#) == forms, "\(batch)")
        let amended = forms.filter { plain.versions[$0] != plain.handed[$0] }
        #expect(
          try ids("batch.forms", #"{"id":"\#(batch)","amended":true}"#) == amended, "\(batch)")
        let open = forms.filter { !plain.concluded.contains($0) }
        #expect(try ids("batch.forms", #"{"id":"\#(batch)","open":true}"#) == open, "\(batch)")
        let shown = try admin.result("batch.get", #"{"id":"\#(batch)"}"#)
        #expect(shown["forms"] == .integer(Int64(forms.count)))
        #expect(shown["amended"] == .integer(Int64(amended.count)))
        let state =
          !plain.acknowledged.contains(batch)
          ? "created" : open.isEmpty ? "concluded" : "acknowledged"
        #expect(shown["state"]?.text == state, "\(batch)")
        seen += forms
      }
      #expect((seen + plain.waiting).sorted() == plain.forms.sorted(), "each once, none never")
    }
  }

  @Test(arguments: UInt64(1)...8)
  func `each form is in exactly one batch, or waits for the next`(_ seed: UInt64) throws {
    let run = try Run(seed: seed)
    for _ in 0..<90 {
      switch run.chance.below(20) {
      case 0..<7: try run.call()
      case 7..<10: try run.handOver()
      case 10..<13: try run.amend()
      case 13..<15: try run.acknowledge()
      case 15..<18: try run.conclude()
      case 18: try run.concludeRest()
      default: try run.restart()
      }
    }
    try run.check()
    #expect(run.plain.batches.count > 2 && !run.plain.concluded.isEmpty, "seed \(seed)")
  }
}
