// What a daemon like Callbook costs at the least: epoll and SQLite in one thread, group commit.
//   reference-daemon DIR SOCKET          serves the store in DIR until SIGTERM
//   reference-daemon DIR --import FILE   fills the store from a CSV file
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "import.h"
#include "lib/connections.h"
#include "lib/json.h"
#include "lib/run.h"
#include "store.h"

static const struct store_sizes serving = {.cache_kib = 2048, .log_pages = 4000};
static const struct store_sizes importing = {.cache_kib = 65536, .log_pages = 32000};

/// An add whose answer waits for the commit of its batch.
struct waiting_add {
  struct connection *from;
  int64_t request, contact;
};

static struct {
  struct waiting_add *adds;
  size_t count, capacity;
} batch;

static void answer_error(struct connection *from, int64_t request, int code, const char *message) {
  json_append(&from->out,
              "{\"jsonrpc\":\"2.0\",\"id\":%" PRId64
              ",\"error\":{\"code\":%d,\"message\":\"%s\"}}\n",
              request, code, message);
}

static void get(struct connection *from, int64_t request, struct json parameters) {
  char phone[TEXT_ROOM];
  if (json_string(json_member(parameters, "phone"), phone, sizeof phone) < 1) {
    answer_error(from, request, -32602, "phone is missing");
    return;
  }
  size_t begin = buffer_count(&from->out);
  json_append(&from->out, "{\"jsonrpc\":\"2.0\",\"id\":%" PRId64 ",\"result\":", request);
  if (store_append_by_phone(phone, &from->out)) {
    json_append(&from->out, "}\n");
    return;
  }
  from->out.end = from->out.start + begin;
  answer_error(from, request, -32007, "no such contact");
}

static bool read_contact(struct json parameters, struct new_contact *contact) {
  memset(contact, 0, sizeof *contact);
  if (json_string(json_member(parameters, "name"), contact->name, TEXT_ROOM) < 1) return false;
  struct json points = json_member(parameters, "points");
  for (struct json point = json_next(points, (struct json){0}); point.bytes != NULL;
       point = json_next(points, point)) {
    if (contact->point_count == MOST_POINTS) return false;
    struct new_point *next = &contact->points[contact->point_count++];
    next->kind = "phone";
    if (json_string(json_member(point, "value"), next->value, TEXT_ROOM) < 1) return false;
  }
  return true;
}

static void add(struct connection *from, int64_t request, struct json parameters) {
  struct new_contact contact;
  if (!read_contact(parameters, &contact)) {
    answer_error(from, request, -32602, "no contact");
    return;
  }
  if (batch.count == batch.capacity) {
    batch.capacity = batch.capacity * 2 + 64;
    batch.adds = realloc(batch.adds, batch.capacity * sizeof *batch.adds);
    if (batch.adds == NULL) fail("out of memory");
  }
  batch.adds[batch.count++] = (struct waiting_add){from, request, store_add(&contact)};
}

static void take_line(void *context, struct connection *from, const char *bytes, size_t length) {
  (void)context;
  struct json line = {bytes, length};
  int64_t request = json_integer(json_member(line, "id"));
  struct json parameters = json_member(line, "params");
  char method[64];
  if (json_string(json_member(line, "method"), method, sizeof method) < 0) method[0] = 0;
  if (strcmp(method, "contact.get") == 0)
    get(from, request, parameters);
  else if (strcmp(method, "contact.add") == 0)
    add(from, request, parameters);
  else if (strcmp(method, "rpc.ping") == 0)
    json_append(&from->out, "{\"jsonrpc\":\"2.0\",\"id\":%" PRId64 ",\"result\":{}}\n", request);
  else
    answer_error(from, request, -32601, "no such method");
}

/// Commits what was added; one refused row or a failed commit fails the whole batch.
static void commit_batch(void *context) {
  (void)context;
  bool kept = store_commit();
  for (size_t index = 0; index < batch.count; index++) {
    struct waiting_add add = batch.adds[index];
    if (!kept || add.contact < 0)
      answer_error(add.from, add.request, -32017, "not committed");
    else
      json_append(&add.from->out,
                  "{\"jsonrpc\":\"2.0\",\"id\":%" PRId64
                  ",\"result\":{\"id\":\"c%" PRId64 "\",\"rev\":1}}\n",
                  add.request, add.contact);
  }
  batch.count = 0;
}

static void checkpoint(void *context) {
  (void)context;
  store_checkpoint();
}

int main(int count, char **arguments) {
  bool import = count == 4 && strcmp(arguments[2], "--import") == 0;
  if (count != 3 && !import) fail("usage: reference-daemon DIR (SOCKET | --import FILE)");
  store_open(arguments[1], import ? importing : serving);
  if (import) {
    import_csv(arguments[3]);
  } else {
    struct line_server server = {
        .hello = "{\"jsonrpc\":\"2.0\",\"method\":\"server.hello\",\"params\":{}}\n",
        .line = take_line,
        .batch_ends = commit_batch,
        .answered = checkpoint,
    };
    serve(&server, arguments[2]);
  }
  store_close();
  return 0;
}
