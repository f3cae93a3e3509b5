import Testing

@testable import Generator

@Suite("The migration of a field that gets another name")
struct RenamedFieldTests {
    private static func schema(_ field: String) throws -> Schema {
        let text = String(decoding: try Fixture.source(GoldenTests.Case.library.spec).bytes, as: UTF8.self)
        let renamed = text.replacing("born: {type: date,", with: field)
        let accepted = Pipeline.accept(SpecSource(path: "spec.yaml", text: renamed))
        return Schema(Contract(try #require(accepted.spec)))
    }

    private static func plan(_ field: String) throws -> Result<MigrationPlan, MigrationRefusal> {
        MigrationPlanner.plan(from: try schema("born: {type: date,"), to: try schema(field))
    }

    @Test("does nothing to the tables when only clients call it otherwise")
    func alone() throws {
        #expect(try Self.plan("birthday: {type: date, was: born,").get().steps == [])
    }

    @Test("takes the oldest of several former names for that of the column")
    func oldest() throws {
        #expect(try Self.plan("birthday: {type: date, was: [birth, born],").get().steps == [])
    }

    @Test("keeps two columns alike until former servers are gone, when its column is to be called otherwise too")
    func column() throws {
        let plan = try Self.plan("birthday: {type: date, was: born, column: birthday,").get()
        #expect(plan.isRolling && plan.fingerprint == nil)
        #expect(plan.steps.contains { $0.phase == .expand && $0.sql.contains("ADD COLUMN birthday DATE") })
        #expect(plan.steps.contains { $0.phase == .backfill && $0.sql.contains("SET birthday = born") })
        #expect(plan.steps.last?.phase == .contract)
        #expect(plan.steps.last?.sql.contains("DROP COLUMN born") == true)
    }

    @Test("is refused when it could as well be another field")
    func unclear() throws {
        guard case .failure(let refusal) = try Self.plan("birthday: {type: date,") else {
            Issue.record("a drop and an add were planned")
            return
        }
        #expect(refusal.faults.map(\.code) == [.looksLikeRename])
    }
}
