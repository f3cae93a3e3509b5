import Testing

@testable import Runtime

@Suite("Migration: what steps to come explain, and need")
struct WaitingStepsTests {
    private static func waiting(_ sql: String) -> WaitingSteps {
        WaitingSteps(steps: [
            MigrationScript.Step(
                number: 1, phase: .expand, kind: .transaction, isDestructive: false, words: "", sql: sql)
        ])
    }

    @Test("what is the runtime's own is changed by no step, though one names it")
    func runtime() {
        let waiting = Self.waiting("UPDATE persons SET name = roster.merge_patch(name, note) WHERE name IS NULL")
        let function = Drift(
            kind: "function", table: "", name: "roster.merge_patch", wanted: "CREATE", found: "CREATE OR")
        let column = Drift(kind: "column", table: "persons", name: "name", wanted: "text", found: "bigint")
        #expect(waiting.explain([function, column]).map(\.level) == [.error, .waiting])
    }

    @Test("what a step takes away and makes anew must be there before; what one has made before need not")
    func needs() {
        let drop = "DROP TRIGGER twin_0 ON persons;"
        let create = "CREATE TRIGGER twin_0 BEFORE INSERT ON persons"
        let need = WaitingSteps.Need(kind: "trigger", table: "persons", name: "twin_0")
        #expect(Self.waiting(drop + "\n" + create).needs == [need])
        #expect(Self.waiting(create + "\n" + drop).needs.isEmpty)
    }
}
