import Testing

@testable import Runtime

@Suite("Calls of functions by hand", .timeLimit(.minutes(1)))
struct HandWorkTests {
    private static let function = HandFunction(resource: "shop", name: "open")

    /// The counter of one kind of fault.
    static func faults(_ word: HandFault.Kind.Word, of function: HandFunction, _ metrics: Metrics) -> Counter {
        metrics.counter(
            "roster_hook_faults_total", help: "",
            labels: [("resource", function.resource), ("hook", function.name), ("fault", word.rawValue)])
    }

    @Test("a cancellation that a function throws of its own accord is a fault, as any error is")
    func ownCancellation() async throws {
        let metrics = Metrics()
        let call = HandCall<NoRefusal>(Self.function, HandWork(metrics: metrics), own: [])
        let fault = await #expect(throws: HandFault.self) {
            try await call.run(by: .now + .seconds(60)) { throw CancellationError() }
        }
        guard case .threw("CancellationError") = fault?.kind else {
            Testing.Issue.record("\(String(describing: fault))")
            return
        }
        #expect(Self.faults(.error, of: Self.function, metrics).current == 1)
    }

    @Test("that of the request is nobody's fault")
    func cancelledRequest() async throws {
        let metrics = Metrics()
        let call = HandCall<NoRefusal>(Self.function, HandWork(metrics: metrics), own: [])
        let request = Task {
            try await call.run(by: .now + .seconds(60)) { try await Task.sleep(for: .seconds(60)) }
        }
        request.cancel()
        await #expect(throws: CancellationError.self) { try await request.value }
        #expect(HandFault.Kind.Word.allCases.allSatisfy { Self.faults($0, of: Self.function, metrics).current == 0 })
    }

    @Test("a call of which a problem is not foretold may not throw it")
    func without() async throws {
        let call = HandCall<NoRefusal>(Self.function, HandWork(metrics: Metrics()), own: [.notFound, .stale])
        let read = call.without(.stale)
        func thrown(_ call: HandCall<NoRefusal>, _ problem: Problem) async -> String? {
            do {
                try await call.run(by: .now + .seconds(60)) { throw problem }
                return nil
            } catch {
                return (error as? Problem)?.code ?? "\(type(of: error))"
            }
        }
        #expect(await thrown(call, .stale) == "stale_version")
        #expect(await thrown(read, .stale) == "HandFault")
        #expect(await thrown(read, .notFound) == "not_found")
    }
}
