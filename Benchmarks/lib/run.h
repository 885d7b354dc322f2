// One measured run: when it warms up, when it ends, what it counted, and its line of JSON.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "histogram.h"

struct run {
  double warmup_s;
  double seconds;  // measured time after the warm-up; 0 when `count` decides
  uint64_t count;  // answers to measure; 0 when `seconds` decides
  uint64_t measure_from_ns, end_ns;
  uint64_t measured, errors, empty;
  uint64_t last_answer_ns;
  struct histogram latencies;
};

uint64_t now_ns(void);

void run_begin(struct run *self);

/// Records one good answer; those of the warm-up and those after the end are not counted.
void run_answered(struct run *self, uint64_t sent_ns, uint64_t answered_ns);

bool run_is_over(const struct run *self, uint64_t at_ns);

/// Prints rate and quantiles as one JSON object; `next` is the first person that was not used.
void run_print(const struct run *self, uint64_t next);

/// Keeps this process on one core; a negative number leaves it to the scheduler.
void pin_to_core(int core);

/// Ends the process with a message on stderr.
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
