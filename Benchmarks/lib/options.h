// The options and the state that both load generators share.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "run.h"

enum { MOST_CONNECTIONS = 256, MOST_DEPTH = 32 };

struct load {
  const char *server;  // a socket's path, or PostgreSQL's connection string
  const char *mode, *text;
  unsigned connections, depth;
  uint64_t people;       // how many the store holds
  uint64_t next_person;  // the next one to add
  uint64_t seed, random;
  bool echo;
  int core;
  struct run run;
};

/// Reads the command line, pins the process and seeds the random numbers; ends it on nonsense.
struct load read_options(int count, char **arguments);

/// xorshift64.
uint64_t next_random(struct load *self);

/// Explains the options and ends the process.
_Noreturn void usage(void);
