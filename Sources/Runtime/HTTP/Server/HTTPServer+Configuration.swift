import NIOCore

extension HTTPServer {
    /// Where the server listens, and the bound of everything that a client can make it hold or wait for.
    package struct Configuration: Sendable {
        /// The address to listen on.
        package var host = "127.0.0.1"
        /// The port to listen on; 0 takes a free one.
        package var port = 8080
        /// Threads that serve connections.
        package var eventLoops = System.coreCount
        /// Connections that the kernel may hold before they are accepted.
        package var backlog: Int32 = 1024

        /// Bytes of all header names and values of one request; more is 431.
        package var maxHeaderBytes = 16 * 1024
        /// Bytes of the request target; more is 414. A target longer than this and `maxHeaderBytes` together is 431.
        package var maxURIBytes = 8 * 1024
        /// Bytes of one request's body; more is 413.
        package var maxBodyBytes = 1024 * 1024

        /// From the first byte of a head to its end, and from accepting a connection to its first head.
        package var headerTime: Duration = .seconds(10)
        /// From the end of a head to the end of its body.
        package var bodyTime: Duration = .seconds(30)
        /// From an answer to the first byte of the next request.
        package var idleTime: Duration = .seconds(75)
        /// From a request being whole to its `Request.deadline`.
        package var requestTime: Duration = .seconds(2)
        /// How long after its deadline a request that has still no answer is cancelled and answered 503 by the server.
        package var requestGrace: Duration = .milliseconds(200)
        /// How long the peer may take none of the bytes that wait for it before the connection is dropped.
        package var writeTime: Duration = .seconds(10)
        /// How long the rest of what a peer sends is thrown away after the last answer, so that the answer is not lost
        /// to a reset (RFC 9112 section 9.6).
        package var lingerTime: Duration = .seconds(1)

        /// Connections at once; more are closed when they are accepted.
        package var maxConnections = 20_000
        /// Connections at once from one IPv4 address or one IPv6 /64; 0 means no bound.
        package var maxConnectionsPerAddress = 0
        /// Requests of one connection that may wait behind the one being answered. After more than these in one read the
        /// connection is closed when they are answered (RFC 9112 section 9.3.2 lets it be).
        package var maxPipelinedRequests = 32
        /// Bytes of answers that may wait for a slow reader before its next request is taken up.
        package var maxUnsentBytes = 256 * 1024

        package init() {}

        /// How often deadlines are looked at: a quarter of the shortest, from 10 to 100 ms.
        var sweepInterval: Duration {
            let shortest = min(headerTime, bodyTime, idleTime, requestTime, writeTime, lingerTime)
            return max(.milliseconds(10), min(.milliseconds(100), shortest / 4))
        }
    }
}
