#include "options.h"

#include <getopt.h>
#include <stdlib.h>

#include "people.h"

void usage(void) {
  fail("options: --server PATH      the socket, or PostgreSQL's connection string\n"
       "         --mode MODE        ping, phone, add or find; for PostgreSQL ping, phone,\n"
       "                            add-function, add-statements or find\n"
       "         --seconds S | --count N\n"
       "         --warmup S         not measured (0.2)\n"
       "         --connections N    (1)\n"
       "         --depth N          requests in flight on a connection, at most %d (1)\n"
       "         --core N           keep to one core\n"
       "         --people N         how many the store holds, for phone (10000)\n"
       "         --first N          the first person to add (%u)\n"
       "         --seed N           (1)\n"
       "         --text TEXT        what to find\n"
       "         --echo             the answers are the requests",
       MOST_DEPTH, FIRST_NEW_PERSON);
}

static void take_option(struct load *load, int option, char *value) {
  switch (option) {
    case 'a': load->server = value; break;
    case 'm': load->mode = value; break;
    case 't': load->run.seconds = atof(value); break;
    case 'n': load->run.count = strtoull(value, NULL, 10); break;
    case 'w': load->run.warmup_s = atof(value); break;
    case 'c': load->connections = (unsigned)atoi(value); break;
    case 'd': load->depth = (unsigned)atoi(value); break;
    case 'k': load->core = atoi(value); break;
    case 'p': load->people = strtoull(value, NULL, 10); break;
    case 'f': load->next_person = strtoull(value, NULL, 10); break;
    case 'r': load->seed = strtoull(value, NULL, 10); break;
    case 'x': load->text = value; break;
    case 'e': load->echo = true; break;
    default: usage();
  }
}

struct load read_options(int count, char **arguments) {
  static const struct option options[] = {
      {"server", 1, 0, 'a'}, {"mode", 1, 0, 'm'},        {"seconds", 1, 0, 't'},
      {"count", 1, 0, 'n'},  {"warmup", 1, 0, 'w'},      {"connections", 1, 0, 'c'},
      {"depth", 1, 0, 'd'},  {"core", 1, 0, 'k'},        {"people", 1, 0, 'p'},
      {"first", 1, 0, 'f'},  {"seed", 1, 0, 'r'},        {"text", 1, 0, 'x'},
      {"echo", 0, 0, 'e'},   {0}};
  struct load load = {.connections = 1, .depth = 1, .people = 10000, .core = -1, .seed = 1,
                      .next_person = FIRST_NEW_PERSON, .text = "小明", .run = {.warmup_s = 0.2}};
  int option;
  while ((option = getopt_long(count, arguments, "", options, NULL)) != -1)
    take_option(&load, option, optarg);
  bool by_time = load.run.seconds > 0, by_count = load.run.count > 0;
  if (load.server == NULL || load.mode == NULL || by_time == by_count || load.people == 0 ||
      load.connections - 1 >= MOST_CONNECTIONS || load.depth - 1 >= MOST_DEPTH)
    usage();
  pin_to_core(load.core);
  load.random = mix(load.seed);
  return load;
}

uint64_t next_random(struct load *self) {
  self->random ^= self->random << 13;
  self->random ^= self->random >> 7;
  return self->random ^= self->random << 17;
}
