// Loads PostgreSQL as `load` loads a line server, and prints the same figures; lib/options.c has
// the options.
#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>

#include "lib/options.h"
#include "lib/people.h"
#include "lib/run.h"

enum { MOST_PARAMETERS = 3, MOST_STEPS = 5, ID_ROOM = 24 };

enum argument { NO_ARGUMENT, PHONE, NAME, FIRST, SECOND, CONTACT, TEXT };

/// One round trip of a request: a prepared statement and what its parameters are.
struct step {
  const char *sql;
  enum argument arguments[MOST_PARAMETERS];
};

struct mode {
  const char *name;
  struct step steps[MOST_STEPS];
};

static const struct mode modes[] = {
    {"phone",
     {{"SELECT c.id, c.uuid, c.name, c.title, c.organisation, c.category, c.status, c.source,"
       " c.owner, c.rev, c.created, c.updated, p.id, p.kind, p.value, p.normal, p.label,"
       " p.preferred FROM point found JOIN contact c ON c.id = found.contact"
       " JOIN point p ON p.contact = c.id"
       " WHERE found.kind = 'phone' AND found.normal = $1 AND c.state = 'live' ORDER BY p.id",
       {PHONE}}}},
    {"add-function", {{"SELECT add_contact($1, $2, $3)", {NAME, FIRST, SECOND}}}},
    {"add-statements",
     {{"BEGIN", {NO_ARGUMENT}},
      {"INSERT INTO contact (name) VALUES ($1) RETURNING id", {NAME}},
      {"INSERT INTO point (contact, kind, value, normal, tail, preferred) VALUES"
       " ($1, 'phone', $2, '+86' || $2, reverse('86' || $2), true),"
       " ($1, 'phone', $3, '+86' || $3, reverse('86' || $3), false)",
       {CONTACT, FIRST, SECOND}},
      {"INSERT INTO audit (uid, pid, method, kind, subject, event, fields, value) VALUES"
       " (0, 1, 'contact.add', 'contact', $1, 'added', '[\"name\",\"points\"]', $2)",
       {CONTACT, NAME}},
      {"COMMIT", {NO_ARGUMENT}}}},
    // All that match are ranked, as a find that shows the best first has to.
    {"find",
     {{"SELECT id, name FROM contact WHERE name LIKE '%' || $1 || '%'"
       " ORDER BY similarity(name, $1) DESC, id LIMIT 20",
       {TEXT}}}},
    {"ping", {{"SELECT 1", {NO_ARGUMENT}}}},
};

struct client {
  PGconn *connection;
  unsigned step;
  uint64_t sent_ns, person;
  unsigned which;  // of the person's phones
  char name[16], contact[ID_ROOM];
};

static struct load load;
static const struct mode *mode;

static unsigned step_count(void) {
  unsigned count = 0;
  while (count < MOST_STEPS && mode->steps[count].sql != NULL) count++;
  return count;
}

static unsigned parameter_count(const struct step *step) {
  unsigned count = 0;
  while (count < MOST_PARAMETERS && step->arguments[count] != NO_ARGUMENT) count++;
  return count;
}

static const char *value_of(struct client *client, enum argument argument, char room[ID_ROOM]) {
  switch (argument) {
    case NAME: return client->name;
    case CONTACT: return client->contact;
    case TEXT: return load.text;
    case FIRST: case SECOND: case PHONE: {
      unsigned which = argument == PHONE ? client->which : argument == SECOND;
      snprintf(room, ID_ROOM, argument == PHONE ? "+86%" PRIu64 : "%" PRIu64,
               phone_of(client->person, which));
      return room;
    }
    case NO_ARGUMENT: break;
  }
  return NULL;
}

static void send_step(struct client *client) {
  const struct step *step = &mode->steps[client->step];
  char name[] = {'s', (char)('0' + client->step), 0};
  char room[MOST_PARAMETERS][ID_ROOM];
  const char *values[MOST_PARAMETERS];
  unsigned count = parameter_count(step);
  for (unsigned index = 0; index < count; index++)
    values[index] = value_of(client, step->arguments[index], room[index]);
  if (!PQsendQueryPrepared(client->connection, name, (int)count, values, NULL, NULL, 0))
    fail("%s", PQerrorMessage(client->connection));
}

static void begin_request(struct client *client) {
  bool adds = strncmp(mode->name, "add", 3) == 0;
  client->person = adds ? load.next_person++ : next_random(&load) % load.people;
  client->which = load.random >> 63;
  if (adds) name_of(load.seed, client->person, client->name);
  client->step = 0;
  client->sent_ns = now_ns();
  send_step(client);
}

/// Keeps what later steps need; false when the rows are not those that were to come.
static bool check_rows(struct client *client, PGresult *rows) {
  enum argument argument = mode->steps[client->step].arguments[0];
  if (argument == PHONE) return PQntuples(rows) >= 2;
  if (argument == TEXT && PQntuples(rows) == 0) load.run.empty++;
  if (argument == NAME && PQntuples(rows) == 1)
    snprintf(client->contact, ID_ROOM, "%s", PQgetvalue(rows, 0, 0));
  return true;
}

static bool take_results(struct client *client) {
  bool good = true;
  PGresult *rows;
  while ((rows = PQgetResult(client->connection)) != NULL) {
    ExecStatusType status = PQresultStatus(rows);
    good = good && (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) &&
           check_rows(client, rows);
    PQclear(rows);
  }
  if (!good && load.run.errors == 0) fprintf(stderr, "%s", PQerrorMessage(client->connection));
  return good;
}

/// Goes on with the request or begins the next; false when the client is done.
static bool advance(struct client *client) {
  if (!PQconsumeInput(client->connection)) fail("%s", PQerrorMessage(client->connection));
  if (PQisBusy(client->connection)) return true;
  if (!take_results(client)) {
    load.run.errors++;
    return false;
  }
  if (++client->step < step_count()) {
    send_step(client);
    return true;
  }
  uint64_t at_ns = now_ns();
  run_answered(&load.run, client->sent_ns, at_ns);
  if (run_is_over(&load.run, at_ns)) return false;
  begin_request(client);
  return true;
}

static void open_client(struct client *client, int poll) {
  client->connection = PQconnectdb(load.server);
  if (PQstatus(client->connection) != CONNECTION_OK)
    fail("%s", PQerrorMessage(client->connection));
  for (unsigned step = 0; step < step_count(); step++) {
    char name[] = {'s', (char)('0' + step), 0};
    PGresult *result = PQprepare(client->connection, name, mode->steps[step].sql, 0, NULL);
    if (PQresultStatus(result) != PGRES_COMMAND_OK) fail("%s", PQresultErrorMessage(result));
    PQclear(result);
  }
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = client};
  if (epoll_ctl(poll, EPOLL_CTL_ADD, PQsocket(client->connection), &event) != 0)
    fail("epoll_ctl: %s", strerror(errno));
}

static void measure(void) {
  static struct client clients[MOST_CONNECTIONS];
  int poll = epoll_create1(EPOLL_CLOEXEC);
  for (unsigned index = 0; index < load.connections; index++) open_client(&clients[index], poll);
  run_begin(&load.run);
  for (unsigned index = 0; index < load.connections; index++) begin_request(&clients[index]);
  for (unsigned busy = load.connections; busy > 0;) {
    struct epoll_event events[MOST_CONNECTIONS];
    int count = epoll_wait(poll, events, MOST_CONNECTIONS, -1);
    for (int index = 0; index < count; index++)
      if (!advance(events[index].data.ptr)) busy--;
  }
  for (unsigned index = 0; index < load.connections; index++) PQfinish(clients[index].connection);
}

static const struct mode *mode_named(const char *name) {
  for (size_t index = 0; index < sizeof modes / sizeof *modes; index++)
    if (strcmp(name, modes[index].name) == 0) return &modes[index];
  usage();
}

int main(int count, char **arguments) {
  load = read_options(count, arguments);
  mode = mode_named(load.mode);
  measure();
  run_print(&load.run, load.next_person);
  return load.run.errors > 0;
}
