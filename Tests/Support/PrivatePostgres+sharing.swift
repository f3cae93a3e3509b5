import DevServices

extension PrivatePostgres {
    /// The one for suites that don't stop, freeze or fill it. Started at first use; its watchdog ends it and removes its
    /// folder when the process of the tests is gone, however it goes.
    package static var shared: PrivatePostgres {
        get async throws { try await start.value }
    }

    private static let start = Task { try await PrivatePostgres.start(.test) }

    /// A server of the test's own, gone afterwards.
    package static func scoped(_ body: (PrivatePostgres) async throws -> Void) async throws {
        let server = try await PrivatePostgres.start(.test)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await body(server))
        } catch {
            outcome = .failure(error)
        }
        await server.stop()
        try outcome.get()
    }
}
