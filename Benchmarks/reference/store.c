#define _GNU_SOURCE
#include "store.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ledger.h"
#include "lib/json.h"
#include "lib/run.h"
#include "phone.h"
#include "statements.h"

enum { UUID_BYTES = 16 };

static const char schema[] =
#include "schema.h"
    ;

static struct {
  sqlite3 *database;
  sqlite3_stmt *begin, *commit, *rollback, *insert_contact, *insert_point, *insert_entry,
      *insert_detail, *by_phone;
  int64_t next_contact, next_seq;
  unsigned char head[HASH_BYTES];
  int64_t committed_next_contact, committed_next_seq;
  unsigned char committed_head[HASH_BYTES];
  bool in_batch;
  int log_pages, most_log_pages;
} store;

static int note_log_length(void *context, sqlite3 *database, const char *name, int pages) {
  (void)context, (void)database, (void)name;
  store.log_pages = pages;
  return SQLITE_OK;
}

static void prepare_all(void) {
  store.begin = prepare(store.database, "BEGIN IMMEDIATE");
  store.commit = prepare(store.database, "COMMIT");
  store.rollback = prepare(store.database, "ROLLBACK");
  store.insert_contact = prepare(
      store.database,
      "INSERT INTO contact (id, uuid, kind, state, name, title, organisation, category, status,"
      " source, owner, notes, rev, created, updated)"
      " VALUES (?1, ?2, 'person', 'live', ?3, ?4, ?5, ?6, 'active', ?7, 'root', ?8, 1, ?9, ?9)");
  store.insert_point = prepare(
      store.database,
      "INSERT INTO point (contact, kind, value, normal, tail, label, preferred)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  store.insert_entry = prepare(
      store.database,
      "INSERT INTO ledger (seq, at, uid, pid, method, kind, subject, event, fields, digest, hash)"
      " VALUES (?1, ?2, ?3, ?4, 'contact.add', 'contact', ?5, 'added', ?6, ?7, ?8)");
  store.insert_detail =
      prepare(store.database, "INSERT INTO detail (seq, salt, value) VALUES (?1, ?2, ?3)");
  store.by_phone = prepare(
      store.database,
      "SELECT c.id, hex(c.uuid), c.name, c.title, c.organisation, c.category, c.status, c.source,"
      " c.owner, c.rev, c.created, c.updated, p.id, p.kind, p.value, p.normal, p.label, p.preferred"
      " FROM point found JOIN contact c ON c.id = found.contact JOIN point p ON p.contact = c.id"
      " WHERE found.kind = 'phone' AND found.normal = ?1 AND c.state = 'live' ORDER BY p.id");
}

static void read_head(void) {
  store.next_contact =
      integer_from(store.database, "SELECT coalesce(max(id), 0) + 1 FROM contact");
  store.next_seq = integer_from(store.database, "SELECT coalesce(max(seq), 0) + 1 FROM ledger");
  sqlite3_stmt *head =
      prepare(store.database, "SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1");
  if (sqlite3_step(head) == SQLITE_ROW)
    memcpy(store.head, sqlite3_column_blob(head, 0), HASH_BYTES);
  sqlite3_finalize(head);
}

/// What a batch that fails goes back to.
static void keep_head(void) {
  store.committed_next_contact = store.next_contact;
  store.committed_next_seq = store.next_seq;
  memcpy(store.committed_head, store.head, HASH_BYTES);
}

void store_open(const char *directory, struct store_sizes sizes) {
  char path[4096];
  snprintf(path, sizeof path, "%s/reference.db", directory);
  if (sqlite3_open_v2(path, &store.database,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                      NULL) != SQLITE_OK)
    fail("%s: %s", path, sqlite3_errmsg(store.database));
  execute(store.database,
          "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
          "PRAGMA wal_autocheckpoint = 0; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 1073741824");
  char cache[64];
  snprintf(cache, sizeof cache, "PRAGMA cache_size = -%d", sizes.cache_kib);
  execute(store.database, cache);
  store.most_log_pages = sizes.log_pages;
  if (integer_from(store.database, "SELECT count(*) FROM sqlite_schema") == 0)
    execute(store.database, schema);
  sqlite3_wal_hook(store.database, note_log_length, NULL);
  prepare_all();
  read_head();
  keep_head();
}

static bool insert_contact(const struct new_contact *contact, int64_t id, int64_t at_ms) {
  unsigned char uuid[UUID_BYTES];
  random_bytes(uuid, sizeof uuid);
  sqlite3_stmt *insert = store.insert_contact;
  sqlite3_bind_int64(insert, 1, id);
  bind_bytes(insert, 2, uuid, sizeof uuid);
  bind_text(insert, 3, contact->name);
  bind_text(insert, 4, contact->title);
  bind_text(insert, 5, contact->organisation);
  bind_text(insert, 6, contact->category);
  bind_text(insert, 7, contact->source);
  bind_text(insert, 8, contact->notes);
  sqlite3_bind_int64(insert, 9, at_ms);
  return run_once(insert) == SQLITE_DONE;
}

static bool insert_point(const struct new_point *point, int64_t contact, bool preferred) {
  char normal[32] = "", tail[32] = "";
  bool phone = strcmp(point->kind, "phone") == 0;
  if (phone) normalise_phone(point->value, normal);
  if (phone) reverse_digits(normal, tail);
  sqlite3_stmt *insert = store.insert_point;
  sqlite3_bind_int64(insert, 1, contact);
  bind_text(insert, 2, point->kind);
  bind_text(insert, 3, point->value);
  bind_text(insert, 4, phone ? normal : point->value);
  bind_text(insert, 5, tail);
  bind_text(insert, 6, "work");
  sqlite3_bind_int(insert, 7, preferred);
  return run_once(insert) == SQLITE_DONE;
}

static void append_detail(const struct new_contact *contact, struct buffer *detail) {
  json_append(detail, "{\"name\":");
  json_append_string(detail, contact->name, strlen(contact->name));
  json_append(detail, ",\"points\":[");
  for (unsigned index = 0; index < contact->point_count; index++) {
    const char *value = contact->points[index].value;
    if (index > 0) json_append(detail, ",");
    json_append_string(detail, value, strlen(value));
  }
  json_append(detail, "]}");
}

static bool append_entry(const struct new_contact *contact, int64_t subject, int64_t at_ms) {
  static struct buffer detail;
  detail.start = detail.end = 0;
  append_detail(contact, &detail);
  struct entry entry = {.seq = store.next_seq++, .at_ms = at_ms, .subject = subject,
                        .fields = "[\"name\",\"points\"]"};
  entry_seal(&entry, store.head, detail.bytes, buffer_count(&detail));
  memcpy(store.head, entry.hash, HASH_BYTES);
  sqlite3_stmt *insert = store.insert_entry;
  sqlite3_bind_int64(insert, 1, entry.seq);
  sqlite3_bind_int64(insert, 2, at_ms);
  sqlite3_bind_int64(insert, 3, getuid());
  sqlite3_bind_int64(insert, 4, getpid());
  sqlite3_bind_int64(insert, 5, subject);
  bind_text(insert, 6, entry.fields);
  bind_bytes(insert, 7, entry.digest, HASH_BYTES);
  bind_bytes(insert, 8, entry.hash, HASH_BYTES);
  if (run_once(insert) != SQLITE_DONE) return false;
  sqlite3_bind_int64(store.insert_detail, 1, entry.seq);
  bind_bytes(store.insert_detail, 2, entry.salt, SALT_BYTES);
  sqlite3_bind_text(store.insert_detail, 3, detail.bytes, (int)buffer_count(&detail),
                    SQLITE_STATIC);
  return run_once(store.insert_detail) == SQLITE_DONE;
}

int64_t store_add(const struct new_contact *contact) {
  if (!store.in_batch && run_once(store.begin) != SQLITE_DONE) return -1;
  store.in_batch = true;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  int64_t at_ms = now.tv_sec * 1000 + now.tv_nsec / 1000000;
  int64_t id = store.next_contact++;
  if (!insert_contact(contact, id, at_ms)) return -1;
  for (unsigned index = 0; index < contact->point_count; index++)
    if (!insert_point(&contact->points[index], id, index == 0)) return -1;
  return append_entry(contact, id, at_ms) ? id : -1;
}

bool store_commit(void) {
  if (!store.in_batch) return true;
  store.in_batch = false;
  if (run_once(store.commit) == SQLITE_DONE) {
    keep_head();
    return true;
  }
  run_once(store.rollback);
  store.next_contact = store.committed_next_contact;
  store.next_seq = store.committed_next_seq;
  memcpy(store.head, store.committed_head, HASH_BYTES);
  return false;
}

void store_checkpoint(void) {
  if (store.log_pages < store.most_log_pages) return;
  sqlite3_wal_checkpoint_v2(store.database, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  store.log_pages = 0;
}

static void append_column(struct buffer *out, const char *name, int column) {
  const char *text = (const char *)sqlite3_column_text(store.by_phone, column);
  if (text == NULL) return;
  json_append(out, ",\"%s\":", name);
  json_append_string(out, text, (size_t)sqlite3_column_bytes(store.by_phone, column));
}

static void append_contact(struct buffer *out) {
  sqlite3_stmt *row = store.by_phone;
  json_append(out, "{\"id\":\"c%lld\"", sqlite3_column_int64(row, 0));
  const char *const names[] = {"uuid",   "name",   "title", "organisation", "category",
                               "status", "source", "owner"};
  for (int column = 1; column <= 8; column++) append_column(out, names[column - 1], column);
  json_append(out, ",\"rev\":%d,\"created\":%lld,\"updated\":%lld,\"points\":[",
              sqlite3_column_int(row, 9), sqlite3_column_int64(row, 10),
              sqlite3_column_int64(row, 11));
}

bool store_append_by_phone(const char *phone, struct buffer *out) {
  char normal[32];
  normalise_phone(phone, normal);
  bind_text(store.by_phone, 1, normal);
  int64_t contact = 0;
  while (sqlite3_step(store.by_phone) == SQLITE_ROW) {
    bool first = contact == 0;
    if (!first && sqlite3_column_int64(store.by_phone, 0) != contact) break;
    contact = sqlite3_column_int64(store.by_phone, 0);
    if (first) append_contact(out);
    json_append(out, "%s{\"id\":%lld", first ? "" : ",",
                sqlite3_column_int64(store.by_phone, 12));
    append_column(out, "kind", 13);
    append_column(out, "value", 14);
    append_column(out, "normal", 15);
    append_column(out, "label", 16);
    json_append(out, ",\"preferred\":%s}",
                sqlite3_column_int(store.by_phone, 17) ? "true" : "false");
  }
  sqlite3_reset(store.by_phone);
  if (contact != 0) json_append(out, "]}");
  return contact != 0;
}

void store_close(void) {
  sqlite3_stmt *statement;
  while ((statement = sqlite3_next_stmt(store.database, NULL)) != NULL)
    sqlite3_finalize(statement);
  if (sqlite3_close(store.database) != SQLITE_OK) fail("the store did not close");
}
