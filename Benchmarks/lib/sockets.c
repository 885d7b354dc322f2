#define _GNU_SOURCE
#include "sockets.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "run.h"

static struct sockaddr_un address_of(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (strlen(path) >= sizeof address.sun_path) fail("%s: too long for a socket", path);
  strcpy(address.sun_path, path);
  return address;
}

int listen_at(const char *path) {
  struct sockaddr_un address = address_of(path);
  unlink(path);  // of a server that was killed
  int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) != 0 ||
      listen(listener, 512) != 0)
    fail("%s: %s", path, strerror(errno));
  return listener;
}

int connect_to(const char *path) {
  struct sockaddr_un address = address_of(path);
  int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  if (connect(descriptor, (struct sockaddr *)&address, sizeof address) == 0) return descriptor;
  int reason = errno;
  close(descriptor);
  errno = reason;
  return -1;
}

int accept_from(int listener) {
  return accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

bool write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = send(descriptor, bytes, count, MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    count -= (size_t)written;
  }
  return true;
}

char *buffer_reserve(struct buffer *self, size_t count) {
  if (self->start == self->end) self->start = self->end = 0;
  if (self->capacity - self->end < count && self->start > 0) {
    memmove(self->bytes, self->bytes + self->start, buffer_count(self));
    self->end -= self->start;
    self->start = 0;
  }
  if (self->capacity - self->end < count) {
    size_t capacity = (self->end + count) * 2;
    char *bytes = realloc(self->bytes, capacity);
    if (bytes == NULL) fail("out of memory");
    self->bytes = bytes;
    self->capacity = capacity;
  }
  return self->bytes + self->end;
}

void buffer_append(struct buffer *self, const void *bytes, size_t count) {
  memcpy(buffer_reserve(self, count), bytes, count);
  self->end += count;
}

void buffer_free(struct buffer *self) {
  free(self->bytes);
  *self = (struct buffer){0};
}

int buffer_receive(struct buffer *self, int descriptor, bool wait) {
  enum { CHUNK = 65536 };
  char *room = buffer_reserve(self, CHUNK);
  ssize_t received;
  do
    received = recv(descriptor, room, CHUNK, wait ? 0 : MSG_DONTWAIT);
  while (received < 0 && errno == EINTR);
  if (received < 0) return errno == EAGAIN ? NOTHING_YET : CLOSED;
  if (received == 0) return CLOSED;
  self->end += (size_t)received;
  return RECEIVED;
}

bool buffer_send(struct buffer *self, int descriptor) {
  while (buffer_count(self) > 0) {
    ssize_t sent = send(descriptor, self->bytes + self->start, buffer_count(self),
                        MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return errno == EAGAIN;
    self->start += (size_t)sent;
  }
  return true;
}

const char *buffer_line(struct buffer *self, size_t *length) {
  char *begin = self->bytes + self->start;
  char *feed = buffer_count(self) > 0 ? memchr(begin, '\n', buffer_count(self)) : NULL;
  if (feed == NULL) return NULL;
  *length = (size_t)(feed - begin);
  self->start += *length + 1;
  return begin;
}
