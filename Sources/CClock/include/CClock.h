#ifndef CALLBOOK_CCLOCK_H
#define CALLBOOK_CCLOCK_H

// Whether something keeps the kernel's clock right: 1 when it does, 0 when nothing does, -1 when the
// kernel does not say. Asking needs no rights.
int callbook_clock_is_synchronised(void);

#endif
