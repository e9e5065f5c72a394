#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

/// How often this process has asked for memory so far; -1 where that cannot be told.
long doublet_allocations(void);

#endif
