// Unix stream sockets, and the lines that arrive on them.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// A listening, non-blocking socket in place of what is at `path`; ends the process on error.
int listen_at(const char *path);

/// A connected, blocking socket, or -1 with errno.
int connect_to(const char *path);

/// Accepts one waiting connection, non-blocking; -1 when none waits.
int accept_from(int listener);

/// Writes everything to a blocking socket; false when the peer is gone.
bool write_all(int descriptor, const char *bytes, size_t count);

/// Bytes that were received and not yet taken, or are still to be sent.
struct buffer {
  char *bytes;
  size_t start, end, capacity;
};

/// Room for `count` more bytes at `bytes + end`.
char *buffer_reserve(struct buffer *self, size_t count);

void buffer_append(struct buffer *self, const void *bytes, size_t count);

void buffer_free(struct buffer *self);

enum { RECEIVED, NOTHING_YET, CLOSED };

/// Receives what is there, up to 64 KiB.
int buffer_receive(struct buffer *self, int descriptor, bool wait);

/// Sends as much as the socket takes; false when the peer is gone.
bool buffer_send(struct buffer *self, int descriptor);

static inline size_t buffer_count(const struct buffer *self) { return self->end - self->start; }

/// The next whole line (without its line feed), valid until the next receive; NULL when none.
const char *buffer_line(struct buffer *self, size_t *length);
