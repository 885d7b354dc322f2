#define _GNU_SOURCE
#include "connections.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "run.h"

enum { EVENTS = 512 };

static int poll_descriptor;

static void watch(int operation, int descriptor, uint32_t events, void *owner) {
  struct epoll_event event = {.events = events, .data.ptr = owner};
  if (epoll_ctl(poll_descriptor, operation, descriptor, &event) != 0)
    fail("epoll_ctl: %s", strerror(errno));
}

static void accept_all(const struct line_server *server, int listener) {
  int descriptor;
  while ((descriptor = accept_from(listener)) >= 0) {
    struct connection *connection = calloc(1, sizeof *connection);
    if (connection == NULL) fail("out of memory");
    connection->descriptor = descriptor;
    watch(EPOLL_CTL_ADD, descriptor, EPOLLIN, connection);
    buffer_append(&connection->out, server->hello, strlen(server->hello));
    buffer_send(&connection->out, descriptor);
  }
}

/// Hands over all lines that arrived; false when the peer is gone.
static bool take_lines(const struct line_server *server, struct connection *connection) {
  int state = buffer_receive(&connection->in, connection->descriptor, false);
  if (state != RECEIVED) return state == NOTHING_YET;
  const char *line;
  size_t length;
  while ((line = buffer_line(&connection->in, &length)) != NULL)
    server->line(server->context, connection, line, length);
  return true;
}

static bool send_answers(struct connection *connection) {
  if (!buffer_send(&connection->out, connection->descriptor)) return false;
  bool full = buffer_count(&connection->out) > 0;
  if (full != connection->waits_for_room) {
    uint32_t events = full ? EPOLLIN | EPOLLOUT : EPOLLIN;
    watch(EPOLL_CTL_MOD, connection->descriptor, events, connection);
    connection->waits_for_room = full;
  }
  return true;
}

static void close_connection(struct connection *connection) {
  close(connection->descriptor);
  buffer_free(&connection->in);
  buffer_free(&connection->out);
  free(connection);
}

static int signal_descriptor(void) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigprocmask(SIG_BLOCK, &signals, NULL);
  return signalfd(-1, &signals, SFD_CLOEXEC);
}

void serve(const struct line_server *server, const char *socket_path) {
  poll_descriptor = epoll_create1(EPOLL_CLOEXEC);
  int listener = listen_at(socket_path), signals = signal_descriptor();
  watch(EPOLL_CTL_ADD, listener, EPOLLIN, &listener);
  watch(EPOLL_CTL_ADD, signals, EPOLLIN, &signals);
  bool stopping = false;
  while (!stopping) {
    struct epoll_event events[EVENTS];
    int count = epoll_wait(poll_descriptor, events, EVENTS, -1);
    bool gone[EVENTS] = {false};
    for (int index = 0; index < count; index++) {
      void *owner = events[index].data.ptr;
      if (owner == &signals)
        stopping = true;
      else if (owner == &listener)
        accept_all(server, listener);
      else
        gone[index] = !take_lines(server, owner);
    }
    server->batch_ends(server->context);
    for (int index = 0; index < count; index++) {
      void *owner = events[index].data.ptr;
      if (owner == &signals || owner == &listener) continue;
      if (gone[index] || !send_answers(owner)) close_connection(owner);
    }
    server->answered(server->context);
  }
  unlink(socket_path);
}
