// The hash chain: each entry's hash covers the entry before it.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { HASH_BYTES = 32, SALT_BYTES = 16 };

struct entry {
  int64_t seq, at_ms, subject;
  const char *fields;
  unsigned char salt[SALT_BYTES], digest[HASH_BYTES], hash[HASH_BYTES];
};

/// Draws a salt, then fills in `digest` (salt and detail) and `hash` (previous hash and entry).
void entry_seal(struct entry *self, const unsigned char previous[HASH_BYTES], const char *detail,
                size_t detail_length);

/// `count` unpredictable bytes; buffered, so that a contact costs no system call.
void random_bytes(unsigned char *room, size_t count);
