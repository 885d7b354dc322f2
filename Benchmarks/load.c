// Loads a line server and measures its answers. See usage() for the options.
#define _GNU_SOURCE
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "lib/json.h"
#include "lib/people.h"
#include "lib/run.h"
#include "lib/sockets.h"

enum { MOST_CONNECTIONS = 256, MOST_DEPTH = 32, DRAIN_MS = 10000 };

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

static struct {
  const char *socket, *text;
  enum mode mode;
  unsigned connections, depth;
  uint64_t people, next_person, seed, random;
  bool echo;
  int core;
  struct run run;
} load = {.connections = 1, .depth = 1, .people = 10000, .next_person = FIRST_NEW_PERSON,
          .seed = 1, .core = -1, .text = "小明", .run = {.warmup_s = 0.2}};

static uint64_t next_random(void) {
  load.random ^= load.random << 13;
  load.random ^= load.random >> 7;
  return load.random ^= load.random << 17;
}

static void append_request(struct buffer *out, uint64_t id, struct slot *slot) {
  slot->phone = 0;
  json_append(out, "{\"jsonrpc\":\"2.0\",\"id\":%" PRIu64 ",\"method\":", id);
  if (load.mode == BY_PHONE) {
    slot->phone = phone_of(next_random() % load.people, load.random >> 63);
    json_append(out, "\"contact.get\",\"params\":{\"phone\":\"%" PRIu64 "\"}}\n", slot->phone);
  } else if (load.mode == ADD) {
    char name[16];
    name_of(load.seed, load.next_person, name);
    json_append(out,
                "\"contact.add\",\"params\":{\"name\":\"%s\",\"points\":["
                "{\"kind\":\"phone\",\"value\":\"%" PRIu64 "\"},"
                "{\"kind\":\"phone\",\"value\":\"%" PRIu64 "\"}]}}\n",
                name, phone_of(load.next_person, 0), phone_of(load.next_person, 1));
    load.next_person++;
  } else if (load.mode == FIND) {
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
    if (load.mode == FIND && json_next(items, (struct json){0}).bytes == NULL) load.run.empty++;
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

/// Reads the hello, so that the server has taken the connection before time is measured.
static void open_client(struct client *client, int poll) {
  client->descriptor = connect_to(load.socket);
  if (client->descriptor < 0) fail("%s: %s", load.socket, strerror(errno));
  size_t length;
  while (buffer_line(&client->in, &length) == NULL)
    if (buffer_receive(&client->in, client->descriptor, true) != RECEIVED)
      fail("%s: no hello", load.socket);
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
    int count = epoll_wait(poll, events, MOST_CONNECTIONS, DRAIN_MS);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail("no answer in %d s", DRAIN_MS / 1000);
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

static _Noreturn void usage(void) {
  fail("usage: load --socket PATH --mode ping|phone|add|find [--connections N] [--depth N]\n"
       "            (--seconds S | --count N) [--warmup S] [--core N] [--echo]\n"
       "            [--people N] [--first N] [--seed N] [--text TEXT]\n"
       "--people: how many the store holds, for phone; --first: the first to add, for add;\n"
       "--depth: requests in flight on a connection, at most %d; --echo: answers are requests.",
       MOST_DEPTH);
}

static enum mode mode_named(const char *name) {
  const char *const names[] = {[PING] = "ping", [BY_PHONE] = "phone", [ADD] = "add",
                               [FIND] = "find"};
  for (unsigned mode = PING; mode <= FIND; mode++)
    if (strcmp(name, names[mode]) == 0) return mode;
  usage();
}

static void read_options(int count, char **arguments) {
  static const struct option options[] = {
      {"socket", 1, 0, 's'}, {"mode", 1, 0, 'm'},    {"connections", 1, 0, 'c'},
      {"depth", 1, 0, 'd'},  {"seconds", 1, 0, 't'}, {"count", 1, 0, 'n'},
      {"warmup", 1, 0, 'w'}, {"core", 1, 0, 'k'},    {"people", 1, 0, 'p'},
      {"first", 1, 0, 'f'},  {"seed", 1, 0, 'r'},    {"text", 1, 0, 'x'},
      {"echo", 0, 0, 'e'},   {0}};
  int option;
  while ((option = getopt_long(count, arguments, "", options, NULL)) != -1) {
    switch (option) {
      case 's': load.socket = optarg; break;
      case 'm': load.mode = mode_named(optarg); break;
      case 'c': load.connections = (unsigned)atoi(optarg); break;
      case 'd': load.depth = (unsigned)atoi(optarg); break;
      case 't': load.run.seconds = atof(optarg); break;
      case 'n': load.run.count = strtoull(optarg, NULL, 10); break;
      case 'w': load.run.warmup_s = atof(optarg); break;
      case 'k': load.core = atoi(optarg); break;
      case 'p': load.people = strtoull(optarg, NULL, 10); break;
      case 'f': load.next_person = strtoull(optarg, NULL, 10); break;
      case 'r': load.seed = strtoull(optarg, NULL, 10); break;
      case 'x': load.text = optarg; break;
      case 'e': load.echo = true; break;
      default: usage();
    }
  }
  if (load.socket == NULL || load.connections - 1 >= MOST_CONNECTIONS || load.people == 0 ||
      load.depth - 1 >= MOST_DEPTH || (load.run.seconds <= 0) == (load.run.count == 0))
    usage();
}

int main(int count, char **arguments) {
  read_options(count, arguments);
  pin_to_core(load.core);
  load.random = mix(load.seed);
  measure();
  run_print(&load.run, load.next_person);
  return load.run.errors > 0;
}
