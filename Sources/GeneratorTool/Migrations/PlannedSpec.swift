import ArgumentParser
import Generator

/// A spec together with the migrations beside it: what `rosterc migrate` works on.
struct PlannedSpec {
    let source: SpecSource
    let folder: MigrationFolder
    let spec: Spec
    let present: ContractDocument
    /// What may be dropped.
    private let tombstones: Set<String>

    /// - Throws: `ExitCode` after the findings of a wrong spec were printed.
    init(_ options: MigrateOptions) throws {
        source = try SpecFile(path: options.spec, package: nil).source()
        folder = MigrationFolder(path: options.folder, package: nil)
        let accepted = Pipeline.accept(source)
        guard let spec = accepted.spec else {
            for diagnostic in accepted.diagnostics { print(diagnostic.rendered) }
            throw ExitCode(1)
        }
        self.spec = spec
        let contract = Contract(spec)
        present = ContractDocument(contract)
        tombstones = contract.tombstones
    }

    /// Runs what may find a fault; prints it and ends with 1.
    func reporting<Result>(_ body: () throws(MigrationFault) -> Result) throws -> Result {
        do throws(MigrationFault) {
            return try body()
        } catch {
            report([error])
            throw ExitCode(1)
        }
    }

    func report(_ faults: [MigrationFault]) {
        for fault in faults { print(fault.rendered(specPath: source.path, specMark: mark(of: fault))) }
    }

    /// The migration from a state to the present spec; `nil` when nothing is stored otherwise.
    func next(
        after last: (document: ContractDocument, entry: MigrationLock.Entry)?, name: String
    ) throws -> MigrationFiles? {
        try next(after: last?.document, number: (last?.entry.number ?? 0) + 1, name: name)
    }

    func next(after last: ContractDocument?, number: Int, name: String) throws -> MigrationFiles? {
        guard last?.schema != present.schema else { return nil }
        let made = MigrationFiles.make(
            number: number, name: name, from: last, to: present,
            removed: tombstones)
        switch made {
        case .success(let files): return files
        case .failure(let refusal):
            report(refusal.faults)
            throw ExitCode(1)
        }
    }

    /// From the state of a developer's database to the present spec.
    func draft(from last: ContractDocument, isGuarded: Bool) -> Result<MigrationDraft, MigrationRefusal> {
        MigrationDraft.make(from: last, to: present, removed: tombstones, isGuarded: isGuarded)
    }

    /// Where the resource or the field is written.
    private func mark(of fault: MigrationFault) -> Mark? {
        guard let subject = fault.subject else { return nil }
        let resource = spec.resources.first { $0.name.value == subject.resource }
        let field = resource?.fields.first { $0.name.value == subject.field }
        return field?.name.mark ?? resource?.name.mark
    }
}
