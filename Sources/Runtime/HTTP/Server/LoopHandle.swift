import NIOCore

/// A loop's context, for those that are not on the loop.
struct LoopHandle: Sendable {
    let eventLoop: any EventLoop
    let context: NIOLoopBound<LoopContext>
    private let sweeps: RepeatedTask

    /// Must be made on the loop.
    init(_ service: HTTPService, on eventLoop: any EventLoop) {
        let context = NIOLoopBound(LoopContext(service, on: eventLoop), eventLoop: eventLoop)
        let interval = TimeAmount(service.configuration.sweepInterval)
        self.eventLoop = eventLoop
        self.context = context
        sweeps = eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in context.value.sweep() }
    }

    /// Does something on the loop and waits until it is done.
    func run(_ body: @escaping @Sendable (LoopContext) -> Void) async throws {
        try await eventLoop.submit { body(context.value) }.get()
    }

    func stop() {
        sweeps.cancel()
    }
}
