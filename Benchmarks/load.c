// Loads a line server and measures its answers; lib/options.c has the options.
#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "lib/json.h"
#include "lib/options.h"
#include "lib/people.h"
#include "lib/run.h"
#include "lib/sockets.h"

enum { ANSWER_MS = 10000, ATTEMPTS = 100, ATTEMPT_US = 10000 };

enum mode { PING, BY_PHONE, ADD, FIND };

/// A request that waits for its answer; its JSON-RPC id is `turn * MOST_DEPTH` + its place.
struct slot {
  uint64_t turn, sent_ns;
  uint64_t phone;  // must occur in the answer; 0 when anything will do
  bool waits;
};

struct client {
  int descriptor;
  struct buffer in, out;
  struct slot slots[MOST_DEPTH];
  unsigned waiting;
};

static struct load load;
static enum mode mode;

static void append_request(struct buffer *out, uint64_t id, struct slot *slot) {
  slot->phone = 0;
  json_append(out, "{\"jsonrpc\":\"2.0\",\"id\":%" PRIu64 ",\"method\":", id);
  if (mode == BY_PHONE) {
    slot->phone = phone_of(next_random(&load) % load.people, load.random >> 63);
    json_append(out, "\"contact.get\",\"params\":{\"phone\":\"%" PRIu64 "\"}}\n", slot->phone);
  } else if (mode == ADD) {
    char name[16];
    name_of(load.seed, load.next_person, name);
    json_append(out,
                "\"contact.add\",\"params\":{\"name\":\"%s\",\"points\":["
                "{\"kind\":\"phone\",\"value\":\"%" PRIu64 "\"},"
                "{\"kind\":\"phone\",\"value\":\"%" PRIu64 "\"}]}}\n",
                name, phone_of(load.next_person, 0), phone_of(load.next_person, 1));
    load.next_person++;
  } else if (mode == FIND) {
    json_append(out, "\"contact.find\",\"params\":{\"text\":\"%s\",\"limit\":20}}\n", load.text);
  } else {
    json_append(out, "\"rpc.ping\",\"params\":{}}\n");
  }
}

static void fill(struct client *client, bool over) {
  for (unsigned place = 0; place < load.depth && !over; place++) {
    struct slot *slot = &client->slots[place];
    if (slot->waits) continue;
    append_request(&client->out, ++slot->turn * MOST_DEPTH + place, slot);
    slot->waits = true;
    client->waiting++;
  }
  if (buffer_count(&client->out) == 0) return;
  uint64_t sent_ns = now_ns();
  for (unsigned place = 0; place < load.depth; place++)
    if (client->slots[place].sent_ns == 0) client->slots[place].sent_ns = sent_ns;
  if (!write_all(client->descriptor, client->out.bytes, buffer_count(&client->out)))
    fail("the server closed a connection");
  client->out.start = client->out.end;
}

static bool holds_phone(struct json line, uint64_t phone) {
  char digits[24];
  int length = snprintf(digits, sizeof digits, "%" PRIu64, phone);
  return memmem(line.bytes, line.length, digits, (size_t)length) != NULL;
}

/// The slot that the answer is for; NULL for a notification, such as the hello.
static struct slot *slot_of(struct client *client, struct json line) {
  struct json id_text = json_member(line, "id");
  if (id_text.bytes == NULL) return NULL;
  int64_t id = json_integer(id_text);
  struct slot *slot = id < 0 ? NULL : &client->slots[id % MOST_DEPTH];
  if (slot == NULL || !slot->waits || slot->turn != (uint64_t)id / MOST_DEPTH)
    fail("an answer to no request: %.*s", (int)line.length, line.bytes);
  return slot;
}

static void take_answer(struct client *client, struct json line, uint64_t at_ns) {
  struct slot *slot = slot_of(client, line);
  if (slot == NULL) return;
  struct json result = json_member(line, load.echo ? "params" : "result");
  if (result.bytes == NULL || (slot->phone != 0 && !holds_phone(line, slot->phone))) {
    if (load.run.errors++ == 0) fprintf(stderr, "%.*s\n", (int)line.length, line.bytes);
  } else {
    struct json items = json_member(result, "items");
    if (mode == FIND && json_next(items, (struct json){0}).bytes == NULL) load.run.empty++;
    run_answered(&load.run, slot->sent_ns, at_ns);
  }
  slot->waits = false;
  slot->sent_ns = 0;
  client->waiting--;
}

static void receive(struct client *client, uint64_t *at_ns) {
  int state = buffer_receive(&client->in, client->descriptor, false);
  *at_ns = now_ns();
  if (state == CLOSED) fail("the server closed a connection");
  struct json line;
  while ((line.bytes = buffer_line(&client->in, &line.length)) != NULL)
    take_answer(client, line, *at_ns);
}

/// Whether the first line is the hello: then the server has taken the connection.
static bool is_welcome(struct client *client) {
  struct json line;
  while ((line.bytes = buffer_line(&client->in, &line.length)) == NULL)
    if (buffer_receive(&client->in, client->descriptor, true) != RECEIVED) return false;
  return json_member(line, "method").bytes != NULL;
}

/// A server that limits connections may still be closing those of the run before.
static void open_client(struct client *client, int poll) {
  for (int attempt = 1; client->descriptor == 0; attempt++) {
    client->descriptor = connect_to(load.server);
    if (client->descriptor < 0) fail("%s: %s", load.server, strerror(errno));
    if (is_welcome(client)) break;
    if (attempt == ATTEMPTS) fail("%s: no hello", load.server);
    close(client->descriptor);
    *client = (struct client){0};
    usleep(ATTEMPT_US);
  }
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = client};
  if (epoll_ctl(poll, EPOLL_CTL_ADD, client->descriptor, &event) != 0)
    fail("epoll_ctl: %s", strerror(errno));
}

static void measure(void) {
  static struct client clients[MOST_CONNECTIONS];
  int poll = epoll_create1(EPOLL_CLOEXEC);
  for (unsigned index = 0; index < load.connections; index++) open_client(&clients[index], poll);
  run_begin(&load.run);
  unsigned busy = load.connections;
  for (unsigned index = 0; index < load.connections; index++) fill(&clients[index], false);
  while (busy > 0) {
    struct epoll_event events[MOST_CONNECTIONS];
    int count = epoll_wait(poll, events, MOST_CONNECTIONS, ANSWER_MS);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail("no answer in %d s", ANSWER_MS / 1000);
    for (int index = 0; index < count; index++) {
      struct client *client = events[index].data.ptr;
      unsigned waited = client->waiting;
      uint64_t at_ns;
      receive(client, &at_ns);
      fill(client, run_is_over(&load.run, at_ns));
      if (waited > 0 && client->waiting == 0) busy--;
    }
  }
}

static enum mode mode_named(const char *name) {
  const char *const names[] = {[PING] = "ping", [BY_PHONE] = "phone", [ADD] = "add",
                               [FIND] = "find"};
  for (unsigned known = PING; known <= FIND; known++)
    if (strcmp(name, names[known]) == 0) return known;
  usage();
}

int main(int count, char **arguments) {
  load = read_options(count, arguments);
  mode = mode_named(load.mode);
  measure();
  run_print(&load.run, load.next_person);
  return load.run.errors > 0;
}
