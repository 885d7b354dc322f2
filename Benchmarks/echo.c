// The floor of every line server: answers each line with itself.
//   echo SOCKET
#include "lib/connections.h"
#include "lib/run.h"

static void answer(void *context, struct connection *from, const char *bytes, size_t length) {
  (void)context;
  buffer_append(&from->out, bytes, length);
  buffer_append(&from->out, "\n", 1);
}

static void nothing(void *context) { (void)context; }

int main(int count, char **arguments) {
  if (count != 2) fail("usage: echo SOCKET");
  struct line_server server = {
      .hello = "{\"jsonrpc\":\"2.0\",\"method\":\"server.hello\",\"params\":{}}\n",
      .line = answer,
      .batch_ends = nothing,
      .answered = nothing,
  };
  serve(&server, arguments[1]);
  return 0;
}
