// A histogram of latencies: 64 linear steps in every power of two, so a quantile is within 1.6 %.
#pragma once

#include <stdint.h>

enum { HISTOGRAM_STEPS = 64, HISTOGRAM_ROWS = 40 };

struct histogram {
  uint64_t count;
  uint64_t max_ns;
  uint64_t cells[HISTOGRAM_ROWS][HISTOGRAM_STEPS];
};

void histogram_add(struct histogram *self, uint64_t ns);

/// The latency that the share `quantile` (0 to 1) of all samples does not exceed; 0 when empty.
uint64_t histogram_quantile(const struct histogram *self, double quantile);
