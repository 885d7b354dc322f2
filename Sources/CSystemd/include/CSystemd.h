#ifndef CALLBOOK_CSYSTEMD_H
#define CALLBOOK_CSYSTEMD_H

#include <stdint.h>
#include <sys/types.h>
#include <sys/uio.h>

/// Every function here that returns int returns a negative errno on failure.

/// Reads SO_PEERCRED: who connected, as the kernel saw it at connect(2). See socket(7).
int callbook_peer_credentials(int fd, pid_t *pid, uid_t *uid, gid_t *gid);

/// Reads SO_PEERGROUPS: the supplementary groups of who connected.
///
/// `count` is the room in `groups` before and the number of groups after; with too little room the
/// answer is -ERANGE and `count` is what is needed.
int callbook_peer_groups(int fd, gid_t *groups, uint32_t *count);

/// sd_notify(3): positive when sent, 0 when nobody waits for it ($NOTIFY_SOCKET is unset).
int callbook_notify(const char *state);

/// sd_watchdog_enabled(3): positive and the interval in µs when the watchdog is on, else 0.
int callbook_watchdog_interval(uint64_t *microseconds);

/// sd_listen_fds_with_names(3): how many sockets were handed over, from descriptor 3 on.
///
/// Sets close-on-exec on each and unsets the environment. `names` is an array of C strings that the
/// caller frees, each and as a whole; it stays NULL when there are none.
int callbook_take_inherited_sockets(char ***names);

/// sd_is_socket_unix(3): positive when `fd` is a stream socket that listens on a path, else 0.
int callbook_is_unix_listener(int fd);

/// sd_journal_sendv(3), without the C source position that its macro adds.
int callbook_journal_send(const struct iovec *fields, int count);

/// pthread_setname_np(3) for the calling thread; at most 15 bytes.
int callbook_name_thread(const char *name);

/// timerfd_create(2) on CLOCK_REALTIME.
int callbook_timer_open(void);

/// Lets the timer ring at an instant of the wall clock, in milliseconds since 1970; one in the past
/// rings at once. -ECANCELED when the clock was set since it was waited for: it is set all the same.
int callbook_timer_set(int fd, int64_t milliseconds);

/// eventfd(2): what another thread ends a wait with.
int callbook_event_open(void);
void callbook_event_send(int fd);

/// Waits for either: 1 when the timer rang, 0 for the event, -ECANCELED when the clock was set.
int callbook_timer_wait(int timer, int event);

#endif
