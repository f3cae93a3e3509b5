import Foundation
import Synchronization
import Testing

@testable import Runtime

/// Counts on a reactor, to see that its isolation holds.
private actor Tally {
    nonisolated let reactor: Reactor
    private(set) var seen: [Int] = []

    init(_ reactor: Reactor) { self.reactor = reactor }

    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }

    func add(_ number: Int) { seen.append(number) }

    func turn(_ body: (Reactor) -> Void) { body(reactor) }
}

@Suite("Reactor", .timeLimit(.minutes(1)))
struct ReactorTests {
    @Test("calls of one thread are run in their order, on the reactor's thread")
    func order() async throws {
        let reactor = try Reactor()
        let tally = Tally(reactor)
        await withCheckedContinuation { done in
            for number in 0..<1000 {
                reactor.execute { tally.assumeIsolated { $0.addNow(number) } }
            }
            reactor.execute { done.resume() }
        }
        #expect(await tally.seen == Array(0..<1000))
        reactor.shutdown()
    }

    @Test("no job is lost when many threads enqueue while the reactor falls asleep and wakes")
    func manyThreads() async throws {
        let reactor = try Reactor()
        let tally = Tally(reactor)
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<16 {
                group.addTask {
                    for number in 0..<500 {
                        await tally.add(task * 500 + number)
                        if number % 7 == 0 { await Task.yield() }
                    }
                }
            }
        }
        #expect(await tally.seen.sorted() == Array(0..<8000))
        reactor.shutdown()
    }

    @Test("timers are called by deadline, not by the order of scheduling, and never too early")
    func timers() async throws {
        let reactor = try Reactor()
        let delays = [30, 10, 20, 0, 15]
        let fired = Mutex<[(Int, late: Duration)]>([])
        await withCheckedContinuation { done in
            reactor.execute {
                let start = ContinuousClock.now
                for delay in delays {
                    let deadline = start + .milliseconds(delay)
                    reactor.schedule(at: deadline) {
                        fired.withLock { $0.append((delay, .now - deadline)) }
                        if delay == delays.max() { done.resume() }
                    }
                }
            }
        }
        let all = fired.withLock { $0 }
        #expect(all.map(\.0) == delays.sorted())
        #expect(all.allSatisfy { $0.late >= .zero })
        reactor.shutdown()
    }

    @Test("a cancelled timer is not called, even by a timer of the same turn")
    func cancelledTimer() async throws {
        let reactor = try Reactor()
        let called = Atomic(0)
        await withCheckedContinuation { done in
            reactor.execute {
                let now = ContinuousClock.now
                let timers = (1...100).map { number in
                    reactor.schedule(at: now + .nanoseconds(number)) { called.add(1, ordering: .relaxed) }
                }
                reactor.schedule(at: now) { for timer in timers { reactor.cancel(timer) } }
                reactor.schedule(at: now + .milliseconds(5)) { done.resume() }
            }
        }
        #expect(called.load(ordering: .relaxed) == 0)
        reactor.shutdown()
    }

    @Test("the end of a turn comes after all jobs that were there, and once")
    func endOfTurn() async throws {
        let reactor = try Reactor()
        let log = Mutex<[String]>([])
        @Sendable func note(_ word: String) { log.withLock { $0.append(word) } }
        await withCheckedContinuation { done in
            reactor.execute {
                // Both land in the next turn together.
                reactor.execute {
                    reactor.atEndOfTurn {
                        note("end")
                        reactor.atEndOfTurn { done.resume() }
                    }
                    note("first")
                }
                reactor.execute { note("second") }
            }
        }
        #expect(log.withLock { $0 } == ["first", "second", "end"])
        reactor.shutdown()
    }

    @Test("a job that enqueues itself for ever doesn't keep timers from being called")
    func fairness() async throws {
        let reactor = try Reactor()
        let isOver = Atomic(false)
        @Sendable func again() {
            if !isOver.load(ordering: .relaxed) { reactor.execute { again() } }
        }
        await withCheckedContinuation { done in
            reactor.execute {
                again()
                reactor.schedule(at: .now + .milliseconds(5)) {
                    isOver.store(true, ordering: .relaxed)
                    done.resume()
                }
            }
        }
        reactor.shutdown()
    }

    @Test("work that comes after the end is still run, one at a time")
    func late() async throws {
        let reactor = try Reactor()
        let tally = Tally(reactor)
        reactor.shutdown()
        reactor.shutdown()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<100 { group.addTask { await tally.add(number) } }
        }
        #expect(await tally.seen.sorted() == Array(0..<100))
    }

    @Test("shutdown runs what was there before it")
    func shutdownDrains() throws {
        let reactor = try Reactor()
        let count = Atomic(0)
        for _ in 0..<100 { reactor.execute { count.add(1, ordering: .relaxed) } }
        reactor.shutdown()
        #expect(count.load(ordering: .relaxed) == 100)
    }
}

extension Tally {
    fileprivate func addNow(_ number: Int) { seen.append(number) }
}
