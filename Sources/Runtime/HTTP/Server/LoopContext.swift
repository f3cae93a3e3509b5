import NIOCore

/// What the connections of one event loop share. Touched on that loop only.
final class LoopContext {
    let eventLoop: any EventLoop
    let executor: EventLoopTaskExecutor
    let service: HTTPService
    private(set) var isDraining = false
    private var date = HTTPDate()
    private var ids = RequestIDs()
    private var connections: [ObjectIdentifier: ConnectionHandler] = [:]
    /// The buffer that answers are put into, lent to one connection at a time so that idle ones hold none.
    private var scratch = ByteBuffer()

    init(_ service: HTTPService, on eventLoop: any EventLoop) {
        self.service = service
        self.eventLoop = eventLoop
        executor = EventLoopTaskExecutor(eventLoop)
    }

    func add(_ connection: ConnectionHandler) {
        connections[ObjectIdentifier(connection)] = connection
    }

    func remove(_ connection: ConnectionHandler) {
        connections[ObjectIdentifier(connection)] = nil
    }

    /// Looks at the deadlines of all connections. One sweep for all costs less than a timer for each, which every request
    /// would have to set anew.
    func sweep() {
        guard !connections.isEmpty else { return }
        let now = ContinuousClock.now
        for connection in Array(connections.values) { connection.checkDeadlines(at: now) }
    }

    /// Closes what is idle; from here on each answer is its connection's last.
    func drain() {
        isDraining = true
        for connection in Array(connections.values) { connection.closeIfIdle() }
    }

    /// Closes all that is left.
    func closeAll() {
        for connection in Array(connections.values) { connection.drop() }
    }

    func newID() -> String { ids.next() }

    func dateLine(at now: ContinuousClock.Instant) -> [UInt8] {
        date.refresh(at: now)
        return date.line
    }

    func borrowBuffer() -> ByteBuffer {
        var buffer = ByteBuffer()
        swap(&buffer, &scratch)
        buffer.clear(minimumCapacity: 1024)
        return buffer
    }

    /// Takes a buffer back, unless an answer made it so large that it is better freed.
    func giveBack(_ buffer: consuming ByteBuffer) {
        if buffer.capacity <= 128 * 1024 { scratch = buffer }
    }
}
