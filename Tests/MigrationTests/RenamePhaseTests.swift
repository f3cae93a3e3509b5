import Generator
import Testing

/// Between the phases servers of the former contract write to the old column, and the trigger to the new one.
@Suite("Migration: a column that gets another name and stricter rules at once")
struct RenamePhaseTests {
    private static let cases: [(before: String, after: String, step: String, phase: String)] = [
        ("type: string, length: 1..40", "type: string, length: 1..40", "Sets the rule of persons.label", "expand"),
        ("type: string, length: 1..40", "type: string, length: 3..40", "Sets the rule of persons.label", "contract"),
        (
            "type: string, length: 1..40", "type: string, length: 1..40, unique: true",
            "Makes the values of label unique", "contract"
        ),
        (
            "type: string, length: 1..40, unique: true", "type: string, length: 1..40, unique: true",
            "Makes the values of label unique", "expand"
        ),
        ("type: uuid", "type: uuid, ref: identity", "Lets persons.label refer to auth.users", "contract"),
        ("type: uuid, ref: identity", "type: uuid, ref: identity", "Lets persons.label refer to auth.users", "expand"),
    ]

    @Test("takes what the former contract allows until its servers are gone", arguments: cases)
    func phases(change: (before: String, after: String, step: String, phase: String)) throws {
        func document(_ field: String) throws -> ContractDocument {
            try TestContract.document(TestContract.spec([field]), path: "rename.yaml")
        }
        let ending = "optional: true, read: user, write: self}"
        let old = try document("code: {\(change.before), \(ending)")
        let new = try document("label: {was: [code], column: label, \(change.after), \(ending)")
        let plan = try MigrationFiles.made(2, from: old, to: new).plan
        let steps = plan.steps.filter { $0.words.hasPrefix(change.step) }
        #expect(steps.map(\.phase.rawValue) == [change.phase], "\(plan.steps.map { "\($0.phase): \($0.words)" })")
        #expect(plan.isRolling)
    }
}
