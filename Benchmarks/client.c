// The floor of a command: connects, reads the hello, asks once, prints the answer.
//   client SOCKET REQUEST
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lib/run.h"
#include "lib/sockets.h"

int main(int count, char **arguments) {
  if (count != 3) fail("usage: client SOCKET REQUEST");
  int descriptor = connect_to(arguments[1]);
  if (descriptor < 0) fail("%s: %s", arguments[1], strerror(errno));
  if (!write_all(descriptor, arguments[2], strlen(arguments[2])) || !write_all(descriptor, "\n", 1))
    fail("the server is gone");
  struct buffer in = {0};
  for (int lines = 0; lines < 2;) {
    size_t length;
    const char *line = buffer_line(&in, &length);
    if (line == NULL) {
      if (buffer_receive(&in, descriptor, true) != RECEIVED) fail("the server is gone");
      continue;
    }
    if (++lines == 2) printf("%.*s\n", (int)length, line);
  }
  return 0;
}
