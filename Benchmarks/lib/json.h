// Scraps of JSON: enough to take the benchmark's own messages apart, not a strict reader.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sockets.h"

/// A value's text inside a message; `bytes` is NULL when there is none.
struct json {
  const char *bytes;
  size_t length;
};

/// The member's value, at the object's own level.
struct json json_member(struct json object, const char *key);

/// The element after the one at `previous` (its `bytes` NULL for the first).
struct json json_next(struct json array, struct json previous);

/// The number, or -1 when the value is none.
int64_t json_integer(struct json value);

/// Decodes a string into `room` (zero-terminated); -1 when the value is none or does not fit.
int json_string(struct json value, char *room, size_t capacity);

/// Appends the text as a JSON string with its quotes.
void json_append_string(struct buffer *out, const char *text, size_t length);

void json_append(struct buffer *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
