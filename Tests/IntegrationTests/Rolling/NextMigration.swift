import Foundation
import Generator
import LibraryNext
import Runtime

/// What leads a database of the library's contract to that of the next one, planned from the two specs.
enum NextMigration {
    static func plan() throws -> (set: MigrationSet, fingerprint: String?) {
        let (old, new) = (try document("Library"), try document("LibraryNext"))
        let first = try files(1, from: nil, to: old, removed: [])
        let second = try files(2, from: old, to: new, removed: ["books.topics"])
        let set = MigrationSet(
            contract: LibraryNext.contract.hash, schema: second.entry.to, document: "", whole: "",
            committed: [first, second].map { files in
                CommittedMigration(
                    id: files.entry.id, from: files.entry.from, to: files.entry.to, checksum: files.entry.up,
                    upText: files.files[0].text, downText: files.files[1].text)
            })
        return (set, second.plan.fingerprint)
    }

    private static func files(
        _ number: Int, from last: ContractDocument?, to next: ContractDocument, removed: Set<String>
    ) throws -> MigrationFiles {
        try MigrationFiles.make(number: number, name: "library", from: last, to: next, removed: removed).get()
    }

    private static func document(_ target: String) throws -> ContractDocument {
        let file = URL(filePath: #filePath).appending(path: "../../../\(target)/spec.yaml").standardizedFileURL
        let text = try String(contentsOf: file, encoding: .utf8)
        let accepted = Pipeline.accept(SpecSource(path: file.path, text: text))
        guard let spec = accepted.spec else { throw RefusedSpec(target: target) }
        return ContractDocument(Contract(spec))
    }

    struct RefusedSpec: Error { let target: String }
}
