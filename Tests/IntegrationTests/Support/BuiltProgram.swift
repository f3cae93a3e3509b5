import TestSupport

/// The `roster` that was built with the tests, run to its end as people run it.
enum BuiltProgram {
    /// - Parameter environment: all of it.
    static func run(_ arguments: [String], _ environment: [String: String]) async throws -> FinishedProgram {
        try await .beside(FinishedProgram.built("roster"), arguments, environment: environment)
    }
}
