package import CallbookModel

/// Contacts as cards that address books take and the import reads back without loss.
///
/// What vCard has no word for stands in properties that begin with `X-CALLBOOK-`.
package struct VCardWriter: Sendable {
  package let version: VCardVersion

  package init(_ version: VCardVersion) {
    self.version = version
  }

  package func append(_ contact: ContactDraft, to output: inout [UInt8]) {
    for line in lines(of: contact) { VCardLines.append(line, to: &output) }
  }

  private func lines(of contact: ContactDraft) -> [String] {
    var lines = ["BEGIN:VCARD", "VERSION:\(version.rawValue)"]
    func add(_ name: String, _ text: String?) {
      if let text { lines.append("\(name):\(VCardText.escaped(text))") }
    }
    add("UID", contact.uid)
    addKind(contact.kind, to: &lines)
    add("FN", contact.name)
    // RFC 2426 requires N; which part of the name is the family's is not known.
    lines.append("N:\(VCardText.escaped(contact.name));;;;")
    add("ORG", contact.organisation)
    add("X-CALLBOOK-ORGANISATION-UID", contact.organisationUID)
    add("TITLE", contact.title)
    addPoints(contact.points, to: &lines)
    add(version == .v4 ? "LANG" : "X-CALLBOOK-LANGUAGE", contact.language)
    add("NOTE", contact.notes)
    add("X-CALLBOOK-CATEGORY", contact.category)
    let categories = (contact.category.map { [$0] } ?? []) + contact.tags
    if !categories.isEmpty {
      // Without a category of its own the first tag that sounds like one would become it.
      if contact.category == nil { lines.append("X-CALLBOOK-NO-CATEGORY:1") }
      lines.append("CATEGORIES:" + categories.map(VCardText.escaped).joined(separator: ","))
    }
    add("X-CALLBOOK-STATUS", contact.status)
    add("X-CALLBOOK-SOURCE", contact.source)
    add("X-CALLBOOK-OWNER", contact.owner)
    add("X-CALLBOOK-REVIEW-CYCLE", contact.reviewCycle?.description)
    add("X-CALLBOOK-VERIFIED-ON", contact.verifiedOn?.description)
    add("X-CALLBOOK-VERIFIED-BY", contact.verifiedBy)
    add("X-CALLBOOK-VERIFIED-HOW", contact.verifiedHow?.rawValue)
    for field in contact.fields {
      lines.append("X-CALLBOOK-FIELD;X-KEY=\(field.key):\(VCardText.escaped(field.text))")
    }
    for person in contact.emergency {
      var parts = [person.name, person.phone ?? "", person.relation ?? ""]
      if let uid = person.contactUID { parts.append(uid) }
      lines.append("X-CALLBOOK-EMERGENCY:" + parts.map(VCardText.escaped).joined(separator: ";"))
    }
    lines.append("END:VCARD")
    return lines
  }

  private func addKind(_ kind: String?, to lines: inout [String]) {
    switch (kind, version) {
    case (nil, _): break
    case ("person", .v4): lines.append("KIND:individual")
    case ("organisation", .v4): lines.append("KIND:org")
    case ("organisation", .v3): lines += ["X-ABSHOWAS:COMPANY", "X-CALLBOOK-KIND:organisation"]
    case (let other?, _): lines.append("X-CALLBOOK-KIND:\(VCardText.escaped(other))")
    }
  }

  private func addPoints(_ points: [PointDraft], to lines: inout [String]) {
    for (index, point) in points.enumerated() {
      var head = name(of: point.kind)
      var types: [String] = []
      var label = point.label
      if let known = label, let type = VCardLabel.type(for: known), Self.hasTypes(point.kind) {
        types.append(type)
        label = nil
      }
      if point.isPreferred, version == .v3 { types.append("pref") }
      if !types.isEmpty { head += ";TYPE=" + types.joined(separator: ",") }
      if point.isPreferred, version == .v4 { head += ";PREF=1" }
      if point.kind == .phone, version == .v4 { head += ";VALUE=text" }
      head += VCardPointDetails.parameters(of: point)
      let text = VCardText.escaped(point.value)
      let value = point.kind == .address ? ";;\(text);;;;" : text
      if let label {
        lines.append("item\(index + 1).\(head):\(value)")
        lines.append("item\(index + 1).X-ABLabel:\(VCardText.escaped(label))")
      } else {
        lines.append("\(head):\(value)")
      }
    }
  }

  private static func hasTypes(_ kind: PointDraft.Kind) -> Bool {
    switch kind {
    case .phone, .email, .address: true
    case .wechat, .qq, .handle: false
    }
  }

  private func name(of kind: PointDraft.Kind) -> String {
    switch kind {
    case .phone: "TEL"
    case .email: "EMAIL"
    case .address: "ADR"
    case .wechat: "X-WECHAT"
    case .qq: "X-QQ"
    case .handle: "X-SOCIALPROFILE"
    }
  }
}
