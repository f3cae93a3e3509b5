import Everything
import TestSupport
import Testing

@testable import Runtime

@Suite("The key of a record in a path")
struct PathVerdictTests {
    @Test("has one verdict from the router and the schema")
    func keys() throws {
        for seed in SeededGenerator.seeds(1) {
            var maker = ValueMaker(seed: seed)
            // A segment is taken as it came: what is escaped is no key.
            let texts = ValueMaker.uuids + (0..<400).map { _ in maker.near(ValueMaker.uuids) }
            let values = texts.map { (pointer: "/components/parameters/id/schema", text: $0.json) }
            let faults = try DocumentUnderTest.faults(values)
            for (text, fault) in zip(texts, faults) {
                #expect((RecordID(text) == nil) == (fault != nil), "ROSTER_SEED=\(seed): \(text): \(fault ?? "fine")")
            }
            #expect(faults.contains(nil) && faults.contains { $0 != nil })
        }
    }
}
