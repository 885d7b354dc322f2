/// Which members of long items a person sees first; `--json` has the rest.
enum Columns {
  static func of(_ method: String) -> [String]? { chosen[method] }

  private static let chosen: [String: [String]] = [
    "contact.list": [
      "id", "name", "organisation", "title", "category", "status", "owner", "points",
    ],
    "contact.find": [
      "id", "name", "organisation", "title", "category", "status", "owner", "phone", "matched",
    ],
    "contact.duplicates": ["reason", "value", "contacts", "count"],
    "backup.list": ["name", "made_at", "seq", "bytes", "verified_at"],
    "policy.list": ["key", "value", "default", "unit", "minimum", "maximum", "explanation"],
    "reminder.list": [
      "id", "due", "kind", "subject", "user", "role", "rule", "state", "ended_at", "late", "into",
      "reason",
    ],
    "callback.list": [
      "id", "next_at", "state", "contact", "name", "value", "terminal", "reason", "assignee",
    ],
    "appointment.list": [
      "id", "start_at", "end_at", "kind", "state", "contact", "name", "place", "assignee",
      "terminal",
    ],
    "form.list": [
      "id", "called_at", "contact", "name", "transaction", "terminal", "running_state",
      "satisfaction", "operator", "batch", "conclusion",
    ],
    "batch.list": [
      "id", "state", "forms", "concluded", "amended", "due_at", "month", "created_at", "created_by",
      "acknowledged_at", "acknowledged_by",
    ],
    "batch.forms": [
      "id", "called_at", "contact", "name", "number", "terminal", "problem", "solution",
      "running_state", "satisfaction", "operator", "version", "newest", "conclusion",
    ],
    "interaction.list": [
      "id", "at", "kind", "direction", "user", "reached", "outcome", "summary", "point", "subject",
      "reason",
    ],
    "review.list": [
      "id", "due", "contact", "name", "category", "owner", "cause", "escalated_at", "state",
      "outcome", "reason",
    ],
    "review.coverage": [
      "owner", "category", "contacts", "verified", "lapsed", "never", "percent",
    ],
    "audit.list": ["seq", "at", "user", "event", "subject", "fields", "method", "pid"],
    "staff.list": [
      "user", "name", "roles", "state", "from", "until", "substitute", "uid", "rev",
    ],
    "field.list": ["key", "label", "subject", "type", "choices", "required", "place", "state"],
    "emergency.list": ["place", "name", "phone", "relation", "contact"],
    "emergency.set": ["place", "name", "phone", "relation", "contact"],
  ]
}
