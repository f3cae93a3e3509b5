import Runtime

/// Brings the private database of a developer to the spec: by the committed migrations where it is on their way, and from
/// wherever it is by drafts, of which those that lose nothing are run at once.
struct DevelopmentMigration: Sendable {
    struct Options: Sendable {
        /// The fingerprint of the values that may be dropped.
        var accepted: String?
        /// Whether what the spec doesn't have is another branch's, and stays for it.
        var keeps = false
    }

    let runner: MigrationRunner
    let set: MigrationSet
    let planner: SpecPlanner
    let file: DraftFile
    var options = Options()
    /// Is told each step that was done.
    var tell: @Sendable (String) -> Void

    /// - Returns: what a server may serve on: that of the build, beside what was kept.
    /// - Throws: `CommandError` with the exact command, where values would be lost or there is no plan without a guess.
    func run() async throws -> MigrationSet {
        try await finishDraft()
        try await runCommitted()
        guard let state = try await state(), state.schema != set.schema, let from = state.schema else { return set }
        let draft = try planner.draft(from: from, state.document, isOtherBranch: options.keeps)
        guard draft.to == set.schema else {
            throw CommandError("The spec has changed since this program was built. Build it again: make dev")
        }
        if let safe = draft.safe { try await apply(safe) }
        guard let rest = draft.rest else { return set }
        if let fingerprint = MigrationScript(rest.up).fingerprint, fingerprint == options.accepted {
            try await apply(rest)
            return set
        }
        guard options.keeps else { throw stop(at: rest) }
        return set.beside(rest.from)
    }

    private func state() async throws -> MigrationState? {
        try await runner.history().first { $0.schema != nil }
    }

    /// What was stopped in the middle goes on, whatever the spec says by now: the database is between two states.
    private func finishDraft() async throws {
        guard let id = try await runner.halfDone(), id.hasPrefix(MigrationRunner.draft) else { return file.remove() }
        guard let entry = file.read(), entry.id == id else {
            throw CommandError(
                """
                A change of the private database was stopped in the middle, and \(file.path), which says what is left of \
                it, is not there or another. Put it back, or work on another database: ROSTER_FOLDER=.roster-2 make dev
                """)
        }
        try await apply(entry)
    }

    private func runCommitted() async throws {
        let from = try await state()?.schema
        let isOnTheWay = from == nil || from == set.schema || set.committed.contains { $0.to == from }
        guard isOnTheWay, !set.committed.isEmpty else { return }
        do throws(MigrationError) {
            let report = try await runner.up(set, .init(contracts: true, accepted: options.accepted))
            report.done.forEach(tell)
            if let adopted = report.adopted {
                tell("\(adopted) leads to where the database is already: adopted, not run")
            }
        } catch {
            guard error.code == .notAccepted else { throw error }
            let script = set.committed.map { MigrationScript($0.up) }.first { error.reason.contains($0.id) }
            throw CommandError(
                """
                \(error.reason)
                If these values may be lost: make dev ARGS='--accept \(script?.fingerprint ?? "")'
                """)
        }
    }

    private func apply(_ part: SpecDraft.Part) async throws {
        let number = try await runner.history().first?.entry ?? "0"
        try await apply(.init(id: "\(MigrationRunner.draft)\(number)", contract: set.contract, part: part))
    }

    private func apply(_ entry: DraftFile.Entry) async throws {
        let part = entry.part
        let migration = CommittedMigration(
            id: entry.id, from: part.from, to: part.to, checksum: part.checksum, upText: part.up, downText: "")
        try file.write(entry)
        do throws(MigrationError) {
            // What drops values was accepted before it came here.
            let accepted = MigrationScript(part.up).fingerprint
            let report = try await runner.apply(
                migration, contract: entry.contract, document: part.document,
                .init(contracts: true, accepted: accepted))
            report.done.forEach(tell)
            file.remove()
        } catch {
            let isBegun = (try? await runner.halfDone() != nil) ?? true
            if !isBegun { file.remove() }
            throw error
        }
    }

    private func stop(at rest: SpecDraft.Part) -> CommandError {
        let script = MigrationScript(rest.up)
        let lost = script.steps.filter(\.isDestructive).map { "  \($0.words)" }.joined(separator: "\n")
        return CommandError(
            """
            The spec no longer has what the database has, and this was not done:
            \(lost)
            If these values may be lost:                     make dev ARGS='--accept \(script.fingerprint ?? "")'
            To leave them there, as for another git branch:  make dev ARGS=--keep
            """)
    }
}
