/// One round of the pipeline: what was sent up to a sync, and what came back of it so far.
struct InFlightRound {
    /// `nil` for the session's settings, which the connection sends itself.
    let request: PostgresRequest?
    /// Answers of DEALLOCATE and Parse that come before the statement's own.
    var preliminaries: Int
    let generation: UInt32
    /// The statement's answer, or the first failure of the round.
    private(set) var answer: ResultHandle?
    /// Whether the answer failed before the statement itself had its turn.
    private(set) var failedInPreparation = false

    init(_ request: PostgresRequest?, preliminaries: Int = 0, generation: UInt32 = 0) {
        self.request = request
        self.preliminaries = preliminaries
        self.generation = generation
    }

    mutating func accept(_ result: ResultHandle) {
        if result.kind == .aborted { return }
        let wasPreliminary = preliminaries > 0
        if wasPreliminary {
            preliminaries -= 1
            guard result.kind != .complete else { return }
        }
        guard answer == nil else { return }
        answer = result
        failedInPreparation = wasPreliminary
    }
}
