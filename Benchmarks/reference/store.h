// The reference daemon's store: the same rows as Callbook's, written with as little as it takes.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "lib/sockets.h"

enum { MOST_POINTS = 8, TEXT_ROOM = 256 };

struct new_point {
  const char *kind;  // "phone", "email" or "wechat"
  char value[TEXT_ROOM];
};

struct new_contact {
  char name[TEXT_ROOM], title[TEXT_ROOM], organisation[TEXT_ROOM];
  char category[TEXT_ROOM], source[TEXT_ROOM], notes[TEXT_ROOM];
  struct new_point points[MOST_POINTS];
  unsigned point_count;
};

/// How much of the store is kept in memory, and how long the log may grow before its pages move
/// into the database: a short log opens fast, a long one moves each page once for many rows.
struct store_sizes {
  int cache_kib, log_pages;
};

/// Opens DIR/reference.db and creates its tables when it is new; ends the process on error.
void store_open(const char *directory, struct store_sizes sizes);

/// Adds a contact, its points, its ledger entry and the entry's detail to the batch that is open
/// (one is begun when none is). The id, or -1 when a row was refused.
int64_t store_add(const struct new_contact *contact);

/// Makes the open batch durable; true when there was none. After false nothing of it is kept.
bool store_commit(void);

/// Moves committed pages into the database when the log is long.
void store_checkpoint(void);

/// Appends the contact that has this phone as JSON; false when there is none.
bool store_append_by_phone(const char *phone, struct buffer *out);

void store_close(void);
