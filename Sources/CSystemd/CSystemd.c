// struct ucred and thread names are GNU extensions; the journal's macros would add this file as CODE_FILE.
#define _GNU_SOURCE
#define SD_JOURNAL_SUPPRESS_LOCATION

#include "CSystemd.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>

int callbook_peer_credentials(int fd, pid_t *pid, uid_t *uid, gid_t *gid) {
  struct ucred peer;
  socklen_t size = sizeof peer;
  if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) < 0) return -errno;
  *pid = peer.pid;
  *uid = peer.uid;
  *gid = peer.gid;
  return 0;
}

int callbook_peer_groups(int fd, gid_t *groups, uint32_t *count) {
  socklen_t size = *count * sizeof *groups;
  int result = getsockopt(fd, SOL_SOCKET, SO_PEERGROUPS, groups, &size) < 0 ? -errno : 0;
  *count = size / sizeof *groups;
  return result;
}

int callbook_notify(const char *state) { return sd_notify(0, state); }

int callbook_watchdog_interval(uint64_t *microseconds) {
  return sd_watchdog_enabled(0, microseconds);
}

int callbook_take_inherited_sockets(char ***names) {
  return sd_listen_fds_with_names(1, names);
}

int callbook_is_unix_listener(int fd) { return sd_is_socket_unix(fd, SOCK_STREAM, 1, NULL, 0); }

int callbook_journal_send(const struct iovec *fields, int count) {
  return sd_journal_sendv(fields, count);
}

int callbook_name_thread(const char *name) { return -pthread_setname_np(pthread_self(), name); }

int callbook_timer_open(void) {
  int fd = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  return fd < 0 ? -errno : fd;
}

int callbook_timer_set(int fd, int64_t milliseconds) {
  // All zero would mean to disarm it.
  struct itimerspec when = {.it_value = {.tv_nsec = 1}};
  if (milliseconds > 0) {
    when.it_value.tv_sec = milliseconds / 1000;
    when.it_value.tv_nsec = milliseconds % 1000 * 1000000;
  }
  int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
  return timerfd_settime(fd, flags, &when, NULL) < 0 ? -errno : 0;
}

int callbook_event_open(void) {
  int fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  return fd < 0 ? -errno : fd;
}

void callbook_event_send(int fd) {
  uint64_t one = 1;
  // It can only fail where it is signalled already.
  (void)!write(fd, &one, sizeof one);
}

int callbook_timer_wait(int timer, int event) {
  struct pollfd both[] = {{.fd = timer, .events = POLLIN}, {.fd = event, .events = POLLIN}};
  while (poll(both, 2, -1) < 0) {
    if (errno != EINTR) return -errno;
  }
  uint64_t count;
  if (both[1].revents != 0) (void)!read(event, &count, sizeof count);
  if (both[0].revents == 0) return 0;
  if (read(timer, &count, sizeof count) > 0) return 1;
  return errno == EAGAIN ? 0 : -errno;
}
