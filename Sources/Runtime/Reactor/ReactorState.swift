#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What only the reactor's thread touches.
final class ReactorState {
    /// The jobs of this turn.
    var work: [Reactor.Work] = []
    var endOfTurn: [() -> Void] = []
    var endingTurn: [() -> Void] = []
    let timers = TimerHeap()
    /// What `poll` is given: the wake pipe first, then one for each of `registrations`.
    var polled: [pollfd]
    var registrations: [Registration] = []
    /// Scratch of one turn.
    var ready: [(registration: Registration, events: Reactor.Interest)] = []

    init(wakePipe: WakePipe) {
        polled = [wakePipe.polled]
    }

    /// One registered descriptor. A class, so that an event collected for it is dropped once it is unregistered, even
    /// when its number is in use again.
    final class Registration {
        let descriptor: Int32
        var interest: Reactor.Interest
        var onReady: ((Reactor.Interest) -> Void)?

        init(_ descriptor: Int32, _ interest: Reactor.Interest, _ onReady: @escaping (Reactor.Interest) -> Void) {
            self.descriptor = descriptor
            self.interest = interest
            self.onReady = onReady
        }

        /// A descriptor without interest is left out (poll ignores negative ones), else its hang-up would end every wait.
        var polled: pollfd {
            pollfd(fd: interest.isEmpty ? -1 : descriptor, events: interest.events, revents: 0)
        }
    }

    func index(of descriptor: Int32) -> Int? {
        registrations.firstIndex { $0.descriptor == descriptor }
    }
}
