// The bare loop that the scheduler is compared with: sleeps on a timerfd until each instant that it is
// given (milliseconds since 1970, one a line) and prints how many milliseconds late it woke.
#define _GNU_SOURCE
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

int main(void) {
  int fd = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC);
  if (fd < 0) return 1;
  int64_t due;
  while (scanf("%" SCNd64, &due) == 1) {
    struct itimerspec when = {
        .it_value = {.tv_sec = due / 1000, .tv_nsec = due % 1000 * 1000000}};
    uint64_t count;
    if (timerfd_settime(fd, TFD_TIMER_ABSTIME, &when, NULL) < 0) return 1;
    if (read(fd, &count, sizeof count) < 0) return 1;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    printf("%.3f\n", (double)(now.tv_sec - due / 1000) * 1e3 +
                         (double)now.tv_nsec / 1e6 - (double)(due % 1000));
  }
  return 0;
}
