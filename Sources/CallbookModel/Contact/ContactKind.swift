/// Whether a contact is somebody or something (RFC 6350 section 6.1.4: `individual`, `org`).
package enum ContactKind: String, Codable, Sendable, CaseIterable {
  case person, organisation
}

/// What a contact is to the shop (DOMAIN C1).
package enum ContactCategory: String, Codable, Sendable, CaseIterable {
  case merchant, installer, support, provider, staff, other
}

/// Whether the shop deals with a contact; `blocked` is the black list (黑名单).
package enum ContactStatus: String, Codable, Sendable, CaseIterable {
  case active, dormant, blocked
}

/// Where a contact stands between being added and being erased. Everybody but erasure sees the live.
package enum ContactState: String, Codable, Sendable, CaseIterable {
  case live, hidden, merged, erased
}
