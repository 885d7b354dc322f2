#define _GNU_SOURCE
#include "run.h"

#include <errno.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

uint64_t now_ns(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

void run_begin(struct run *self) {
  self->measure_from_ns = now_ns() + (uint64_t)(self->warmup_s * 1e9);
  self->end_ns =
      self->count > 0 ? UINT64_MAX : self->measure_from_ns + (uint64_t)(self->seconds * 1e9);
}

void run_answered(struct run *self, uint64_t sent_ns, uint64_t answered_ns) {
  if (answered_ns < self->measure_from_ns || run_is_over(self, answered_ns)) return;
  histogram_add(&self->latencies, answered_ns - sent_ns);
  self->measured++;
  self->last_answer_ns = answered_ns;
}

bool run_is_over(const struct run *self, uint64_t at_ns) {
  return at_ns >= self->end_ns || (self->count > 0 && self->measured >= self->count);
}

static double quantile_us(const struct run *self, double quantile) {
  return (double)histogram_quantile(&self->latencies, quantile) / 1e3;
}

void run_print(const struct run *self, uint64_t next) {
  uint64_t end = self->count > 0 ? self->last_answer_ns : self->end_ns;
  double elapsed_s = (double)(end - self->measure_from_ns) / 1e9;
  printf("{\"rate\":%.1f,\"p50_us\":%.2f,\"p90_us\":%.2f,\"p99_us\":%.2f,\"p999_us\":%.2f,"
         "\"max_us\":%.2f,\"count\":%lu,\"errors\":%lu,\"empty\":%lu,\"next\":%lu}\n",
         (double)self->measured / elapsed_s, quantile_us(self, 0.5), quantile_us(self, 0.9),
         quantile_us(self, 0.99), quantile_us(self, 0.999),
         (double)self->latencies.max_ns / 1e3, self->measured, self->errors, self->empty, next);
}

void pin_to_core(int core) {
  if (core < 0) return;
  cpu_set_t cores;
  CPU_ZERO(&cores);
  CPU_SET((unsigned)core, &cores);
  if (sched_setaffinity(0, sizeof cores, &cores) != 0)
    fail("core %d: %s", core, strerror(errno));
}

void fail(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
  exit(1);
}
