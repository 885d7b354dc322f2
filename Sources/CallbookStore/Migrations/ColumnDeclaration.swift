/// What is known of every column of the store, declared once: erasure, a person's own copy, what
/// an agent is shown and the leak tests all work from this list (DESIGN: the store).
package struct ColumnDeclaration: Sendable, Equatable {
  package enum Nature: Sendable {
    /// Says nothing about any person.
    case plain
    /// Says something about a person: erased with them, never logged.
    case personal
    /// Personal, and not shown to an agent who does not own the contact (DOMAIN S4).
    case sensitive
  }

  package let table: String
  package let column: String
  package let nature: Nature

  /// Every column of every table; a test compares the list with the schema.
  package static let all: [Self] =
    declare("store", plain: "one instance salt created_at admin_named_at")
    + declare("shop", plain: "one name region time_zone locale rev")
    + declare("calendar", plain: "one week token rev shipped")
    + declare("calendar_year", plain: "year source")
    + declare("calendar_published", plain: "year day is_worked name")
    + declare("calendar_day", plain: "day hours")
    + declare("id_floor", plain: "letter floor")
    + declare("staff", plain: "id uid user name roles state rev created_at")
    + declare("busy_time", plain: "staff start_at end_at")
    + declare("absence", plain: "staff starts_at ends_at substitute", sensitive: "reason")
    + declare(
      "contact",
      plain: """
        id uuid state merged_into kind category status source owner language rev created_at \
        updated_at organisation_id review_cycle verified_on verified_by verified_how
        """,
      personal: "name organisation imported_uid title", sensitive: "notes")
    + declare("contact_tag", plain: "contact", sensitive: "tag folded")
    + declare(
      "custom_field",
      plain: "id key label subject type choices required place state rev created_at")
    + declare("contact_field", plain: "contact field", sensitive: "value folded")
    + declare(
      "point",
      plain: """
        id contact kind rank preferred consent do_not_use verified_on verified_by verified_how \
        removed_at
        """,
      sensitive: "value normal digits extension label quiet_hours")
    + declare(
      "emergency", plain: "holder place contact", sensitive: "name phone relation")
    + declare(
      "ledger",
      plain: "seq at uid pid user method event kind subject fields digest hash")
    + declare("detail", plain: "seq", sensitive: "salt value")
    + declare("merge", plain: "contact seq", sensitive: "record")
    + declare("name_key", plain: "contact", personal: "key")
    + declare("policy", plain: "key value")
    + declare("schedule", plain: "one revision watermark replan_kind replan_after")
    + declare(
      "reminder",
      plain: """
        id subject_kind subject kind occurrence due useful_until staff role provisional rule \
        revision planned_at planned_seq retries retry_at state ended_at ended_seq late merged_into \
        reason
        """)
    + declare(
      "review",
      plain: """
        id rev contact cause reminder due opened_at opened_by escalated_at state ended_at ended_by \
        outcome how merged_into
        """,
      sensitive: "reason")
    + declare(
      "callback",
      plain: """
        id uuid contact occasion assignee state due next next_point late rev created_at ended_at \
        ended_by end_cause
        """, sensitive: "terminal reason end_note")
    + declare(
      "callback_attempt", plain: "callback number at by point outcome until corrected",
      sensitive: "note")
    + declare(
      "callback_event",
      plain: "occasion kind subject occurrence callback happened_at reported_at reversed_at")
    + declare(
      "form",
      plain: "id uuid callback version operator called_at month created_at batch handed_version",
      sensitive: "transaction_key")
    + declare(
      "form_version", plain: "form version written_at author point running_state satisfaction",
      sensitive: "transaction_number terminal problem solution comment why")
    + declare("form_field", plain: "form version field", sensitive: "value folded")
    + declare(
      "form_conclusion", plain: "form number version conclusion at by", sensitive: "text")
    + declare(
      "batch",
      plain: """
        id uuid state month due created_at created_by acknowledged_at acknowledged_by concluded_at
        """)
    + declare(
      "interaction",
      plain: """
        id rev contact kind direction reached happened_at by point source_kind source occurrence \
        outcome created_at retracted_at retracted_by
        """, sensitive: "summary retract_reason")
    + declare("form_refusal", plain: "id at month operator callback form")
    + declare("place", plain: "id name title capacity state rev created_at")
    + declare(
      "appointment",
      plain: """
        id uuid contact kind state start_at end_at place assignee channel sequence no_show_by \
        cancel_reason cancel_party cancel_by cancel_channel cancel_at cancel_terms series occurrence \
        exception \
        booked_by arranged_at assigned_at tell_at told_at cancel_bulk rev created_at updated_at
        """, sensitive: "terminal note override cancel_text")
    + declare(
      "approval",
      plain: "kind subject requested_by requested_at state decided_by decided_at alone",
      personal: "digest opinion")
    + declare("cancel_bulk", plain: "id created_at created_by")
    + declare(
      "cancellation",
      plain: "id uuid appointment start_at reason party channel terms bulk rev created_at",
      sensitive: "text")
    + declare(
      "booking_off",
      plain: """
        id uuid place kind reason starts_at ends_at follow_up_on alternative rev created_at on_at \
        on_by follow_up_due followed_up_at followed_up_by
        """,
      personal: "follow_up follow_up_note")
    + declare("move_bulk", plain: "id created_at created_by")
    + declare(
      "bulk_move",
      plain: "bulk number appointment state start_at end_at tell_at told_at sequence")
    + declare(
      "series",
      plain: """
        id uuid contact kind state first_day minute cycle minutes place assignee until count \
        first reached continues added_by rev created_at retry_at
        """, sensitive: "terminal note")
    + declare("series_skip", plain: "series occurrence checks at")
    + declare("series_end", plain: "bulk series before until")
    + declare("idempotency", plain: "uid key method digest kind subject at", sensitive: "reply")

  private static func declare(
    _ table: String, plain: String, personal: String = "", sensitive: String = ""
  ) -> [Self] {
    [(plain, Nature.plain), (personal, .personal), (sensitive, .sensitive)]
      .flatMap { columns, nature in
        columns.split(separator: " ").map {
          Self(table: table, column: String($0), nature: nature)
        }
      }
  }
}
