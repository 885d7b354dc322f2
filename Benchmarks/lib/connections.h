// The loop of a line server on one thread: echo and the reference daemon are built on it.
#pragma once

#include "sockets.h"

struct connection {
  int descriptor;
  struct buffer in, out;
  bool waits_for_room;  // the socket was full: its event mask asks for room
};

struct line_server {
  const char *hello;  // sent first on every connection, with its line feed
  /// One line without its line feed; answers go to `from->out`.
  void (*line)(void *context, struct connection *from, const char *bytes, size_t length);
  /// After all lines that had arrived were handled, before any answer leaves.
  void (*batch_ends)(void *context);
  /// After the answers have left.
  void (*answered)(void *context);
  void *context;
};

/// Serves until SIGTERM or SIGINT, then removes the socket.
void serve(const struct line_server *server, const char *socket_path);
