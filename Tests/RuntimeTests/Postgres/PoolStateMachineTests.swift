import Testing

@testable import Runtime

@Suite("Pool: decisions")
struct PoolStateMachineTests {
    typealias Machine = PoolStateMachine<Int>

    private func machine(connections: Int = 2, inFlight: Int = 2, waiting: Int = 3) -> Machine {
        var configuration = PostgresConfiguration(url: "")
        configuration.connections = connections
        configuration.maximumInFlight = inFlight
        configuration.maximumWaiting = waiting
        return Machine(configuration)
    }

    @Test("work goes to the connection with the least in flight")
    func leastLoaded() {
        var machine = machine(inFlight: 8)
        #expect(machine.start() == 0..<2)
        machine.opened(0)
        machine.opened(1)
        #expect(machine.submit(1) == .send(slot: 0))
        #expect(machine.submit(2) == .send(slot: 1))
        machine.answered(1)
        #expect(machine.submit(3) == .send(slot: 1))
        #expect(machine.inFlight == 2)
    }

    @Test("work waits for the first connection, in its order, up to the bound")
    func waits() {
        var machine = machine()
        _ = machine.start()
        for number in 1...3 { #expect(machine.submit(number) == .wait) }
        #expect(machine.submit(4) == .refuse(.queueFull))
        #expect(machine.next() == nil)
        machine.opened(1)
        #expect(machine.next().map { [$0.slot, $0.work] } == [1, 1])
        #expect(machine.next().map { [$0.slot, $0.work] } == [1, 2])
        #expect(machine.next() == nil, "no more than the bound of the connection")
        #expect(machine.submit(5) == .wait, "not past what waits")
        machine.answered(1)
        #expect(machine.next().map { [$0.slot, $0.work] } == [1, 3])
    }

    @Test("what waits elsewhere counts against the same bound")
    func others() {
        var machine = machine()
        _ = machine.start()
        #expect(machine.submit(1, beside: 2) == .wait)
        #expect(machine.submit(2, beside: 2) == .refuse(.queueFull))
        #expect(machine.submit(3, beside: 1) == .wait)
    }

    @Test("work is refused, and what waits is failed, once every connection has failed")
    func hopeless() {
        var machine = machine()
        _ = machine.start()
        #expect(machine.submit(1) == .wait)
        #expect(machine.closed(0, chance: 0).failed == [])
        #expect(machine.submit(2) == .wait, "the other may still come")
        #expect(machine.closed(1, chance: 0).failed == [1, 2])
        #expect(machine.submit(3) == .refuse(.unavailable))
        #expect(machine.retryDue(0) == true)
        #expect(machine.submit(4) == .refuse(.unavailable), "a try is no hope yet")
        machine.opened(0)
        #expect(machine.submit(5) == .send(slot: 0))
    }

    @Test("right after a loss work waits: most losses are short")
    func shortLoss() {
        var machine = machine(connections: 1)
        _ = machine.start()
        machine.opened(0)
        _ = machine.submit(1)
        #expect(machine.closed(0, chance: 0).failed == [])
        #expect(machine.submit(2) == .wait)
        #expect(machine.inFlight == 0)
        #expect(machine.retryDue(0) == true)
        machine.opened(0)
        #expect(machine.next().map { [$0.slot, $0.work] } == [0, 2])
    }

    @Test("back-off doubles from its least to its most and starts anew after success")
    func backOff() {
        var machine = machine(connections: 1)
        _ = machine.start()
        var delays: [Duration?] = []
        for _ in 0..<7 {
            delays.append(machine.closed(0, chance: 0).retryAfter)
            _ = machine.retryDue(0)
        }
        #expect(delays == [100, 200, 400, 500, 500, 500, 500].map { .milliseconds($0) })
        machine.opened(0)
        #expect(machine.closed(0, chance: 1).retryAfter == .milliseconds(25), "chance takes up to half")
    }

    @Test("after shutdown nothing is accepted or retried, and what waited is given back")
    func shutdown() {
        var machine = machine()
        _ = machine.start()
        _ = machine.submit(1)
        #expect(machine.shutdown() == [1])
        #expect(machine.submit(2) == .refuse(.unavailable))
        let (retryAfter, failed) = machine.closed(0, chance: 0)
        #expect(retryAfter == nil && failed == [])
        #expect(machine.retryDue(0) == false)
    }

    @Test("waiting work can be taken out without disturbing the rest")
    func removal() {
        var machine = machine(connections: 1, inFlight: 9)
        _ = machine.start()
        for number in 1...3 { _ = machine.submit(number) }
        #expect(machine.removeWaiting { $0 == 2 } == [2])
        machine.opened(0)
        #expect([machine.next()?.work, machine.next()?.work, machine.next()?.work] == [1, 3, nil])
    }
}
