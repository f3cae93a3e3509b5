#pragma once
#include <libpq-fe.h>

// Ends a round of the pipeline. Since libpq 17 that need not cost a system call: the caller flushes once for many.
static inline int roster_pipeline_sync(PGconn *connection) {
#ifdef LIBPQ_HAS_SEND_PIPELINE_SYNC
    return PQsendPipelineSync(connection);
#else
    return PQpipelineSync(connection);
#endif
}
