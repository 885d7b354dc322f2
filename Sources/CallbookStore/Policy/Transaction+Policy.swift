package import CallbookModel

extension ReadTransaction {
  /// The policy that is in force.
  package func policy() throws(CallbookError) -> Policy {
    var policy = Policy()
    for (key, value) in try storedPolicy() {
      // A setting or a value that an older program does not know any more is at its default.
      _ = PolicySetting.of(key)?.set(value, in: &policy)
    }
    return policy
  }

  private func storedPolicy() throws(CallbookError) -> [(String, String)] {
    try sql.all("SELECT key, value FROM policy", { _ in }, { ($0.text(0), $0.text(1)) })
  }
}

extension WriteTransaction {
  /// Lets another value hold at once, and has reminders planned again by it.
  ///
  /// - Parameter policy: the one in force, with another value of the setting.
  /// - Returns: the revision of the rules that holds from now on.
  package func save(
    _ policy: Policy, changing setting: PolicySetting
  ) throws(CallbookError) -> Int64 {
    let old = setting.text(in: planning.policy)
    let new = setting.text(in: policy)
    guard new != old else { return planning.revision }
    if new == setting.defaultText {
      try sql.execute("DELETE FROM policy WHERE key = ?") { $0.bind(setting.key) }
    } else {
      try sql.execute("INSERT OR REPLACE INTO policy (key, value) VALUES (?, ?)") { row in
        row.bind(setting.key)
        row.bind(new)
      }
    }
    try record(
      "policy.changed", .policy,
      [FieldChange(setting.key, before: old, after: new)])
    if policy.approvalOnePerson, !planning.policy.approvalOnePerson {
      try record("policy.one_person", .policy, [])
    }
    try planningChanged()
    return planning.revision
  }

  /// The policy that is in force, as the writer keeps it.
  package var currentPolicy: Policy { planning.policy }
}
