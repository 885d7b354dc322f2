import CallbookModel

/// Somebody who belongs to an organisation that the shop keeps.
struct OrganisationMember {
  let id: ContactID
  let name: String
  let kind: ContactKind
  /// Whether it is found by its name, or by what became of it.
  let isFound: Bool
}

extension ReadTransaction {
  /// Whoever is linked to an organisation, also those that are not live.
  func members(of organisation: ContactID) throws(CallbookError) -> [OrganisationMember] {
    try sql.all(
      """
      SELECT id, name, kind, state IN ('live', 'merged') FROM contact WHERE organisation_id = ?
      """,
      { $0.bind(organisation) },
      { row throws(CallbookError) in
        OrganisationMember(
          id: row.identifier(0), name: row.text(1), kind: try row.word(2), isFound: row.boolean(3))
      })
  }
}

extension WriteTransaction {
  /// Lets people be found by the name that their organisation has now.
  func refile(
    _ members: [OrganisationMember], from former: String, to name: String
  ) throws(CallbookError) {
    for member in members where member.isFound {
      try replace(
        NameKey(kind: member.kind, name: member.name, company: former),
        by: NameKey(kind: member.kind, name: member.name, company: name), of: member.id)
      afterCommit(
        .indexed(
          NameIndex.Entry(
            id: member.id.number, name: member.name, company: name,
            isPerson: member.kind == .person)))
    }
  }
}
