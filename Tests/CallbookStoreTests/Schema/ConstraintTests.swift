import CallbookModel
import Testing

@testable import CallbookStore

/// What the model refuses, the schema refuses again.
struct ConstraintTests {
  private static let contact = """
    INSERT INTO contact (id, uuid, state, kind, name, category, status, rev, created_at, updated_at)
    VALUES (1, zeroblob(16), 'live', 'person', 'A', 'merchant', 'active', 1, 0, 0);
    """
  private static let point = """
    INSERT INTO point (id, contact, kind, value, normal, rank, preferred, consent, do_not_use)
    VALUES (1, 1, 'email', 'a@example.com', 'a@example.com', 'primary', 0, 'unknown', 0);
    """
  private static let reminder = """
    INSERT INTO reminder (id, subject_kind, subject, kind, occurrence, due, role, provisional, rule,
      revision, planned_at, planned_seq, state)
    VALUES (1, 'test', 1, 'k', 'o', 0, 'manager', 0, 'r', 1, 0, 0, 'pending');
    INSERT INTO review (id, rev, contact, cause, due, opened_at, state)
    VALUES (1, 1, 1, 'cycle', 0, 0, 'open');
    """
  private static let callback = """
    INSERT INTO callback (id, uuid, contact, occasion, state, due, next, late, rev, created_at)
    VALUES (1, zeroblob(16), 1, 'manual', 'planned', 0, 0, 0, 1, 0);
    INSERT INTO form (id, uuid, callback, version, transaction_key, called_at, month, created_at)
    VALUES (1, zeroblob(16), 1, 1, 'T', 0, '2026-05', 0);
    INSERT INTO form_version (form, version, written_at, point, transaction_number, problem,
      solution, running_state)
    VALUES (1, 1, 0, 1, 'T', 'p', 's', 'normal');
    INSERT INTO custom_field VALUES (1, 'a', 'A', 'form', 'text', NULL, 0, 1, 'in_use', 1, 0);
    """
  private static let batch = """
    INSERT INTO batch (id, uuid, state, due, created_at)
    VALUES (1, zeroblob(16), 'created', 0, 0), (2, randomblob(16), 'created', 0, 0);
    UPDATE form SET batch = 1, handed_version = 1;
    INSERT INTO form_conclusion VALUES (1, 1, 1, 'solved', NULL, 0, NULL);
    INSERT INTO form_field VALUES (1, 1, 1, 'a', 'a');

    """
  private static let interaction = """
    INSERT INTO interaction (id, rev, contact, kind, direction, reached, happened_at, summary,
      source_kind, source, occurrence, created_at)
    VALUES (1, 1, 1, 'call', 'in', 1, 0, 's', NULL, NULL, NULL, 0),
      (2, 1, 1, 'call', 'out', 0, 0, NULL, 'callback', 1, '1', 0);
    """
  private static let entry = """
    INSERT INTO ledger (seq, at, uid, pid, method, event, kind, subject, fields, hash)
    VALUES (1, 0, 0, 1, 'm', 'e', 'contact', 1, '', zeroblob(32));
    """

  @Test(
    arguments: [
      "UPDATE contact SET kind = 'ghost'", "UPDATE contact SET name = ''",
      "UPDATE contact SET name = NULL", "UPDATE contact SET state = 'gone'",
      "UPDATE contact SET state = 'merged'", "UPDATE contact SET merged_into = 1",
      "UPDATE contact SET category = 'friend'", "UPDATE contact SET status = 'asleep'",
      "UPDATE contact SET rev = 0", "UPDATE contact SET uuid = zeroblob(15)",
      "UPDATE contact SET organisation_id = 1", "UPDATE contact SET organisation_id = 99",
      "UPDATE contact SET owner = 99", "UPDATE contact SET language = 'z'",
      "UPDATE contact SET notes = ''", "UPDATE contact SET title = ''",
      "UPDATE contact SET source = ''", "UPDATE contact SET imported_uid = ''",
      "UPDATE contact SET created_at = 'yesterday'",
      "UPDATE contact SET name = printf('%.*c', 201, 'x')",
      "UPDATE contact SET notes = printf('%.*c', 4001, 'x')",
      "UPDATE point SET kind = 'pigeon'", "UPDATE point SET value = ''",
      "UPDATE point SET normal = ''", "UPDATE point SET digits = '12'",
      "UPDATE point SET kind = 'phone'", "UPDATE point SET extension = '12'",
      "UPDATE point SET rank = 'third'", "UPDATE point SET preferred = 2",
      "UPDATE point SET preferred = 1, removed_at = 5", "UPDATE point SET consent = 'maybe'",
      "UPDATE point SET do_not_use = 7", "UPDATE point SET quiet_hours = '22-8'",
      "UPDATE point SET verified_on = 'today'", "UPDATE point SET contact = 99",
      "UPDATE point SET contact = NULL",
      """
      UPDATE point SET preferred = 1;
      INSERT INTO point (id, contact, kind, value, normal, rank, preferred, consent, do_not_use)
      VALUES (2, 1, 'email', 'b', 'b', 'primary', 1, 'unknown', 0)
      """,
      "INSERT INTO custom_field VALUES (2, '', 'A', 'contact', 'text', NULL, 0, 1, 'in_use', 1, 0)",
      "INSERT INTO custom_field VALUES (2, 'z', 'A', 'shop', 'text', NULL, 0, 1, 'in_use', 1, 0)",
      "INSERT INTO custom_field VALUES (2, 'z', 'A', 'contact', 'blob', NULL, 0, 1, 'in_use', 1, 0)",
      "INSERT INTO custom_field VALUES (2, 'z', 'A', 'form', 'choice', NULL, 0, 1, 'in_use', 1, 0)",
      "INSERT INTO custom_field VALUES (2, 'z', 'A', 'form', 'text', 'x', 0, 1, 'in_use', 1, 0)",
      "INSERT INTO custom_field VALUES (2, 'z', 'A', 'form', 'text', NULL, 0, 0, 'in_use', 1, 0)",
      "INSERT INTO contact_field VALUES (1, 99, 'a', 'a')",
      "INSERT INTO contact_tag VALUES (1, '', '')", "INSERT INTO contact_tag VALUES (99, 'a', 'a')",
      "INSERT INTO contact_tag VALUES (1, 'a', 'a'), (1, 'a', 'a')",
      "INSERT INTO emergency (holder, place, name) VALUES (0, 0, 'A')",
      "INSERT INTO emergency (holder, place, name) VALUES (0, 21, 'A')",
      "INSERT INTO emergency (holder, place) VALUES (0, 1)",
      "INSERT INTO emergency (holder, place, contact) VALUES (0, 1, 99)",
      "INSERT INTO staff VALUES (1, 65534, 'nobody', NULL, 1, 'active', 1, 0)",
      "INSERT INTO staff VALUES (1, -1, 'x', NULL, 1, 'active', 1, 0)",
      "INSERT INTO staff VALUES (1, 4294967295, 'x', NULL, 1, 'active', 1, 0)",
      "INSERT INTO staff VALUES (1, 1, 'x', NULL, 128, 'active', 1, 0)",
      "INSERT INTO staff VALUES (1, 1, '', NULL, 1, 'active', 1, 0)",
      "INSERT INTO staff VALUES (1, 1, 'x', NULL, 1, 'away', 1, 0)",
      """
      INSERT INTO staff VALUES (1, 1, 'x', NULL, 1, 'active', 1, 0),
        (2, 1, 'y', NULL, 1, 'active', 1, 0)
      """,
      "INSERT INTO store SELECT 2, instance, salt, 0, NULL FROM store",
      "INSERT INTO shop VALUES (2, NULL, 'CN', 'Asia/Shanghai', 'zh', 1)",
      "UPDATE shop SET region = 'CHN'", "UPDATE shop SET name = ''",
      "INSERT INTO id_floor VALUES ('c', 0)", "INSERT INTO id_floor VALUES ('cc', 1)",
      "UPDATE ledger SET event = 'x'", "DELETE FROM ledger",
      "INSERT INTO ledger SELECT 0, at, uid, pid, user, method, event, kind, subject, fields, NULL, hash FROM ledger",
      "INSERT INTO ledger SELECT 2, at, uid, pid, user, method, event, kind, subject, fields, 'x', hash FROM ledger",
      "INSERT INTO ledger SELECT 2, at, uid, pid, user, method, event, kind, subject, fields, NULL, x'00' FROM ledger",
      "INSERT INTO detail VALUES (99, zeroblob(16), '[]')",
      "INSERT INTO detail VALUES (1, zeroblob(15), '[]')",
      "UPDATE reminder SET state = 'lost'", "UPDATE reminder SET state = 'fired'",
      "UPDATE reminder SET ended_at = 1, ended_seq = 1", "UPDATE reminder SET role = NULL",
      "UPDATE reminder SET staff = 99", "UPDATE reminder SET provisional = 2",
      "UPDATE reminder SET late = 1", "UPDATE reminder SET reason = 'x'",
      "UPDATE reminder SET merged_into = 1", "UPDATE reminder SET kind = ''",
      "UPDATE reminder SET state = 'withdrawn', ended_at = 1, ended_seq = 1",
      "UPDATE reminder SET state = 'fired', ended_at = 1, ended_seq = 1, retry_at = 5",
      """
      INSERT INTO reminder (id, subject_kind, subject, kind, occurrence, due, role, provisional,
        rule, revision, planned_at, planned_seq, state)
      VALUES (2, 'test', 1, 'k', 'o', 0, 'agent', 0, 'r', 1, 0, 0, 'pending')
      """,
      """
      INSERT INTO review (id, rev, contact, cause, due, opened_at, state)
      VALUES (2, 1, 1, 'hand', 0, 0, 'open')
      """,
      "UPDATE review SET state = 'satisfied'", "UPDATE review SET contact = 99",
      "UPDATE review SET reason = 'x'", "UPDATE review SET outcome = 'waived'",
      "UPDATE review SET state = 'answered', ended_at = 1",
      "UPDATE review SET state = 'merged', ended_at = 1", "UPDATE review SET cause = 'x'",
      "UPDATE contact SET review_cycle = 'P1'", "UPDATE contact SET verified_how = 'x'",
      "UPDATE point SET verified_how = 'x'", "UPDATE point SET verified_by = 99",
      "UPDATE schedule SET revision = 0",
      "UPDATE schedule SET replan_kind = 'review', replan_after = NULL",
      "INSERT INTO policy VALUES ('', 'x')",
      "UPDATE callback SET next = NULL", "UPDATE callback SET ended_at = 1",
      "UPDATE callback SET state = 'done'", "UPDATE callback SET state = 'asleep'",
      "UPDATE callback SET occasion = 'whim'", "UPDATE callback SET contact = 99",
      "UPDATE callback SET end_cause = 'reversed'", "UPDATE callback SET terminal = ''",
      "UPDATE callback SET assignee = 99", "UPDATE callback SET next_point = 99",
      """
      INSERT INTO callback (id, uuid, contact, occasion, state, due, next, late, rev, created_at)
      VALUES (2, randomblob(16), 1, 'manual', 'trying', 0, 0, 0, 1, 0)
      """,
      "INSERT INTO callback_attempt VALUES (1, 1, 0, NULL, NULL, 'call_later', NULL, NULL, 0)",
      "INSERT INTO callback_attempt VALUES (1, 1, 0, NULL, NULL, 'busy', 5, NULL, 0)",
      "INSERT INTO callback_attempt VALUES (1, 1, 0, NULL, NULL, 'busy', NULL, NULL, 1)",
      "INSERT INTO callback_attempt VALUES (1, 0, 0, NULL, NULL, 'busy', NULL, NULL, 0)",
      "INSERT INTO callback_event VALUES ('care', 'care', 1, '', 99, 0, 0, NULL)",
      // EXPECTATIONS 21: one form a callback, and a score of 1 to 5.
      "INSERT INTO form SELECT 2, randomblob(16), callback, 1, 'T2', NULL, 0, month, 0, NULL, NULL FROM form",
      "INSERT INTO form VALUES (2, randomblob(16), 99, 1, 'T2', NULL, 0, '2026-05', 0, NULL, NULL)",
      "UPDATE form SET month = '2026'", "UPDATE form SET transaction_key = ''",
      "UPDATE form_version SET satisfaction = 6", "UPDATE form_version SET problem = ''",
      "UPDATE form_version SET running_state = 'on'", "UPDATE form_version SET point = NULL",
      "UPDATE form SET batch = 2", "UPDATE form SET batch = NULL, handed_version = NULL",
      "UPDATE form SET handed_version = 2",
      "UPDATE batch SET state = 'lost'", "UPDATE batch SET state = 'acknowledged'",
      "UPDATE batch SET due = NULL", "UPDATE batch SET acknowledged_at = 5",
      "UPDATE batch SET concluded_at = 5", "UPDATE batch SET created_by = 99",
      "UPDATE batch SET month = '2026'", "UPDATE batch SET uuid = zeroblob(16)",
      "UPDATE form_conclusion SET conclusion = 'maybe'", "UPDATE form_conclusion SET text = ''",
      "UPDATE form_conclusion SET version = 2", "UPDATE form_conclusion SET number = 0",
      "UPDATE form_field SET value = ''", "UPDATE form_field SET version = 2",
      "UPDATE form_field SET field = 99",
      "INSERT INTO form_refusal VALUES (1, 0, '2026-05', NULL, 1, 99)",
      "UPDATE interaction SET kind = 'note'", "UPDATE interaction SET kind = 'wink'",
      "UPDATE interaction SET direction = NULL", "UPDATE interaction SET direction = 'up'",
      "UPDATE interaction SET reached = 2", "UPDATE interaction SET contact = 99",
      "UPDATE interaction SET point = 99", "UPDATE interaction SET by = 99",
      "UPDATE interaction SET summary = NULL WHERE id = 1", "UPDATE interaction SET summary = ''",
      "UPDATE interaction SET summary = printf('%.*c', 2001, 'x')",
      "UPDATE interaction SET source = 1 WHERE id = 1",
      "UPDATE interaction SET outcome = 'x' WHERE id = 1",
      "UPDATE interaction SET occurrence = NULL WHERE id = 2",
      "UPDATE interaction SET source_kind = 'callback', source = 1, occurrence = '1' WHERE id = 1",
      "UPDATE interaction SET retracted_at = 5 WHERE id = 1",
      "UPDATE interaction SET retracted_at = 5, retract_reason = 'x' WHERE id = 2",
      "INSERT INTO idempotency VALUES (1, '', 'm', zeroblob(32), '', NULL, NULL, 0)",
      "INSERT INTO idempotency VALUES (1, 'k', 'm', zeroblob(31), '', NULL, NULL, 0)",
    ])
  func `a row that the model would refuse is refused`(_ bad: String) throws {
    let store = try TestStore()
    let sql = try SQLConnection(checkpointing: store.path)
    try sql.execute(script: "PRAGMA foreign_keys = ON; BEGIN")
    // The good rows pass, so that it is the bad part that is refused.
    try sql.execute(
      script:
        Self.contact + Self.point + Self.callback + Self.batch + Self.reminder + Self.interaction
        + Self.entry)
    #expect(throws: CallbookError.self) { try sql.execute(script: bad) }
  }
}
