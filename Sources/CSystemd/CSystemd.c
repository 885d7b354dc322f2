// struct ucred and thread names are GNU extensions; the journal's macros would add this file as CODE_FILE.
#define _GNU_SOURCE
#define SD_JOURNAL_SUPPRESS_LOCATION

#include "CSystemd.h"

#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/socket.h>

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
