import Foundation
import Synchronization
import Testing

@testable import Runtime

@Suite("Reactor: descriptors", .timeLimit(.minutes(1)))
struct ReactorDescriptorTests {
    @Test("a descriptor is told of when it can be read, level-triggered, until it is unregistered")
    func readable() async throws {
        let reactor = try Reactor()
        let (reader, writer) = try pair()
        let calls = Mutex<[Reactor.Interest]>([])
        _ = write(writer, "x", 1)
        await withCheckedContinuation { done in
            reactor.execute {
                reactor.register(reader, .read) { ready in
                    // The byte is left where it is, so the next turn tells of it again.
                    let count = calls.withLock {
                        $0.append(ready)
                        return $0.count
                    }
                    if count == 3 {
                        reactor.unregister(reader)
                        reactor.schedule(at: .now + .milliseconds(3)) { done.resume() }
                    }
                }
            }
        }
        #expect(calls.withLock { $0 } == [.read, .read, .read])
        reactor.shutdown()
        close(reader)
        close(writer)
    }

    @Test("interest can be changed, and without any a hang-up is not told of")
    func interest() async throws {
        let reactor = try Reactor()
        let (near, far) = try pair()
        let log = Mutex<[Reactor.Interest]>([])
        await withCheckedContinuation { done in
            reactor.execute {
                reactor.register(near, .write) { ready in
                    log.withLock { $0.append(ready) }
                    if ready == .write {
                        reactor.setInterest([], for: near)
                        close(far)
                        reactor.schedule(at: .now + .milliseconds(3)) { reactor.setInterest(.read, for: near) }
                    } else {
                        reactor.unregister(near)
                        done.resume()
                    }
                }
            }
        }
        #expect(log.withLock { $0 } == [.write, .read])
        reactor.shutdown()
        close(near)
    }

    @Test("a descriptor that another's callback unregistered is not called in that turn")
    func unregisteredMeanwhile() async throws {
        let reactor = try Reactor()
        let (first, firstFar) = try pair()
        let (second, secondFar) = try pair()
        let calls = Atomic(0)
        await withCheckedContinuation { done in
            reactor.execute {
                for (mine, other) in [(first, second), (second, first)] {
                    reactor.register(mine, .write) { _ in
                        calls.add(1, ordering: .relaxed)
                        reactor.unregister(mine)
                        reactor.unregister(other)
                    }
                }
                reactor.schedule(at: .now + .milliseconds(5)) { done.resume() }
            }
        }
        #expect(calls.load(ordering: .relaxed) == 1)
        reactor.shutdown()
        for descriptor in [first, firstFar, second, secondFar] { close(descriptor) }
    }

    private func pair() throws -> (Int32, Int32) {
        var ends: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        return (ends[0], ends[1])
    }
}
