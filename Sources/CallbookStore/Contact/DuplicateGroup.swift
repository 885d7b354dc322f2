package import CallbookModel

/// Live contacts that share a key.
package struct DuplicateGroup: Sendable, Equatable {
  package let key: DuplicateKey
  /// Two or more, in the order of their ids.
  package let contacts: [ContactID]

  package var place: DuplicatePlace { DuplicatePlace(of: key) }
}

extension ReadTransaction {
  /// Groups of live contacts that share a key, of every reason in turn.
  ///
  /// Indexes are read along: a walk over all pages costs what reading every key once costs.
  ///
  /// - Parameters:
  ///   - owner: only groups with a contact of theirs; nil for all.
  ///   - after: where the page before ended.
  package func duplicateGroups(
    _ reasons: [DuplicateReason], owner: String?, after: DuplicatePlace?, limit: Int
  ) throws(CallbookError) -> [DuplicateGroup] {
    var groups: [DuplicateGroup] = []
    let all = DuplicateReason.allCases
    for reason in all.suffix(from: after.flatMap { all.firstIndex(of: $0.reason) } ?? 0)
    where reasons.contains(reason) {
      var value = after?.reason == reason ? after?.value : nil
      var isMore = true
      while isMore, groups.count < limit {
        let shared = try sharedValues(reason, after: value)
        for place in shared where groups.count < limit {
          if let group = try group(at: place, owner: owner) { groups.append(group) }
        }
        value = shared.last?.value
        isMore = shared.count == Self.candidateCount
      }
    }
    return groups
  }

  /// The groups that one contact is in, in the same order.
  package func duplicateGroups(
    of contact: Contact, _ reasons: [DuplicateReason], owner: String?, after: DuplicatePlace?
  ) throws(CallbookError) -> [DuplicateGroup] {
    let keys = contact.duplicateKeys.filter { reasons.contains($0.reason) }
    var groups: [DuplicateGroup] = []
    for key in keys {
      if let group = try group(key, owner: owner) { groups.append(group) }
    }
    let ordered = groups.sorted { $0.place < $1.place }
    guard let after else { return ordered }
    return ordered.filter { after < $0.place }
  }

  /// How many values are looked at at a time.
  private static var candidateCount: Int { 500 }

  /// What stands in an index more than once, also of removed points and of contacts that are not live.
  private func sharedValues(
    _ reason: DuplicateReason, after value: String?
  ) throws(CallbookError) -> [DuplicatePlace] {
    let count = Int64(Self.candidateCount)
    return switch reason {
    case .phone:
      try sql.all(
        """
        SELECT digits FROM point WHERE digits > ?
        GROUP BY digits HAVING count(*) > 1 ORDER BY digits LIMIT ?
        """,
        { row in
          row.bind(value ?? "")
          row.bind(count)
        }, { DuplicatePlace(reason, $0.text(0)) })
    case .email:
      try sql.all(
        """
        SELECT normal FROM point WHERE digits IS NULL AND normal > ?
        GROUP BY normal HAVING count(*) > 1 ORDER BY normal LIMIT ?
        """,
        { row in
          row.bind(value ?? "")
          row.bind(count)
        }, { DuplicatePlace(reason, $0.text(0)) })
    case .name:
      try sql.all(
        """
        SELECT key FROM name_key WHERE key > ?
        GROUP BY key HAVING count(*) > 1 ORDER BY key LIMIT ?
        """,
        { row in
          row.bind(value.flatMap { Int64($0) } ?? 0)
          row.bind(count)
        }, { DuplicatePlace(reason, String($0.integer(0))) })
    }
  }

  private func group(
    at place: DuplicatePlace, owner: String?
  ) throws(CallbookError) -> DuplicateGroup? {
    switch place.reason {
    case .phone:
      return try group(
        DuplicateKey(.phone, "+" + String(place.value.reversed())), owner: owner)
    case .email: return try group(DuplicateKey(.email, place.value), owner: owner)
    case .name:
      // Names that only share the number are another group; it is told when this one is resolved.
      for name in Set(try named(Int64(place.value) ?? 0).map(\.key.text)).sorted() {
        if let group = try group(DuplicateKey(.name, name), owner: owner) { return group }
      }
      return nil
    }
  }

  private func group(
    _ key: DuplicateKey, owner: String?
  ) throws(CallbookError) -> DuplicateGroup? {
    let holders = try holders(of: key)
    guard holders.count > 1 else { return nil }
    if let owner {
      var isTheirs = false
      for holder in holders where !isTheirs { isTheirs = try self.owner(of: holder) == owner }
      guard isTheirs else { return nil }
    }
    return DuplicateGroup(key: key, contacts: holders)
  }
}

extension DuplicatePlace {
  fileprivate static func < (one: Self, other: Self) -> Bool {
    let places = DuplicateReason.allCases
    let (first, second) = (places.firstIndex(of: one.reason), places.firstIndex(of: other.reason))
    return first == second ? one.value < other.value : first ?? 0 < second ?? 0
  }
}
