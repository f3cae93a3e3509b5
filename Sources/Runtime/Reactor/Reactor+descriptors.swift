#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Reactor {
    /// What to wait for on a descriptor.
    package struct Interest: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        package static let read = Interest(rawValue: 1)
        package static let write = Interest(rawValue: 2)

        var events: Int16 {
            (contains(.read) ? Int16(POLLIN) : 0) | (contains(.write) ? Int16(POLLOUT) : 0)
        }
    }

    /// Calls `onReady` on the reactor's thread in every turn in which `descriptor` is ready for some of `interest`
    /// (level-triggered), with what it is ready for. An error or a hang-up counts as ready for all of it. Only on the
    /// reactor's thread; traps when the descriptor is registered already. Unregister before closing it.
    package func register(
        _ descriptor: Int32, _ interest: Interest, onReady: @escaping (_ ready: Interest) -> Void
    ) {
        let state = state
        precondition(state.index(of: descriptor) == nil, "descriptor \(descriptor) is registered already")
        let registration = ReactorState.Registration(descriptor, interest, onReady)
        state.registrations.append(registration)
        state.polled.append(registration.polled)
    }

    /// Changes what is waited for; an empty interest keeps the descriptor registered and silent. Only on the reactor's
    /// thread; does nothing for a descriptor that isn't registered.
    package func setInterest(_ interest: Interest, for descriptor: Int32) {
        let state = state
        guard let index = state.index(of: descriptor) else { return }
        let registration = state.registrations[index]
        guard registration.interest != interest else { return }
        registration.interest = interest
        state.polled[index + 1] = registration.polled
    }

    /// Ends the callbacks of `descriptor`, those of this turn included. Only on the reactor's thread; does nothing for a
    /// descriptor that isn't registered.
    package func unregister(_ descriptor: Int32) {
        let state = state
        guard let index = state.index(of: descriptor) else { return }
        state.registrations[index].onReady = nil
        state.registrations.remove(at: index)
        state.polled.remove(at: index + 1)
    }

    func fireDescriptors() {
        let state = state
        for (index, registration) in state.registrations.enumerated() {
            let events = Int32(state.polled[index + 1].revents)
            guard events != 0 else { continue }
            var ready: Interest = []
            if events & readable != 0 { ready.insert(.read) }
            if events & writable != 0 { ready.insert(.write) }
            ready.formIntersection(registration.interest)
            state.ready.append((registration, ready))
        }
        for (registration, ready) in state.ready { registration.onReady?(ready) }
        state.ready.removeAll(keepingCapacity: true)
    }
}

private let failed = Int32(POLLERR) | Int32(POLLHUP) | Int32(POLLNVAL)
private let readable = Int32(POLLIN) | failed
private let writable = Int32(POLLOUT) | failed
