/// Something that only one contact should have: contacts that share it may be the same.
package struct DuplicateKey: Hashable, Sendable {
  package let reason: DuplicateReason
  /// E.164 of a phone, the canonical form of an email, ``NameKey/text`` of a name.
  package let value: String

  package init(_ reason: DuplicateReason, _ value: String) {
    self.reason = reason
    self.value = value
  }
}

extension Contact {
  /// What others may share with it, each once: the one definition of a possible duplicate (DOMAIN
  /// C7).
  ///
  /// A person without a company has no key for the name, because many are called the same.
  package var duplicateKeys: [DuplicateKey] {
    var keys: [DuplicateKey] = []
    func add(_ key: DuplicateKey) {
      // There are few: looking through them takes less than hashing them.
      if !keys.contains(key) { keys.append(key) }
    }
    for point in points where point.removedAt == nil {
      switch point.kind {
      case .phone: add(DuplicateKey(.phone, point.normal))
      case .email: add(DuplicateKey(.email, point.normal))
      case .wechat, .qq, .address, .handle: break
      }
    }
    if kind == .organisation || organisation != nil {
      let name = nameKey
      if name.tellsApart { add(DuplicateKey(.name, name.text)) }
    }
    return keys
  }

  package var nameKey: NameKey { NameKey(kind: kind, name: name, company: organisation) }
}
