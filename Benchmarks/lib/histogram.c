#include "histogram.h"

#include <math.h>

void histogram_add(struct histogram *self, uint64_t ns) {
  unsigned row = 0;
  uint64_t step = ns;
  if (ns >= HISTOGRAM_STEPS) {
    unsigned shift = 63 - (unsigned)__builtin_clzll(ns) - 6;
    row = shift + 1;
    step = (ns >> shift) - HISTOGRAM_STEPS;
  }
  if (row >= HISTOGRAM_ROWS) row = HISTOGRAM_ROWS - 1;
  self->cells[row][step]++;
  self->count++;
  if (ns > self->max_ns) self->max_ns = ns;
}

static uint64_t lowest_of(unsigned row, unsigned step) {
  return row == 0 ? step : (uint64_t)(HISTOGRAM_STEPS + step) << (row - 1);
}

uint64_t histogram_quantile(const struct histogram *self, double quantile) {
  uint64_t rank = (uint64_t)ceil(quantile * (double)self->count);
  uint64_t seen = 0;
  for (unsigned row = 0; row < HISTOGRAM_ROWS; row++)
    for (unsigned step = 0; step < HISTOGRAM_STEPS; step++) {
      seen += self->cells[row][step];
      if (seen > 0 && seen >= rank) return lowest_of(row, step);
    }
  return self->max_ns;
}
