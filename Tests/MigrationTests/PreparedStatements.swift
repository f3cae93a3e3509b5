@testable import Generator
import Runtime

/// The statements of a server of one contract, as its sessions have prepared them.
struct PreparedStatements: Sendable {
    private let contract: TestContract
    private let statements: [PlannedStatement]

    init(of contract: TestContract) throws {
        self.contract = contract
        let whole = try contract.contract()
        statements = whole.resources.flatMap { resource in
            let plan = StatementPlan(resource, in: whole)
            let pages = plan.orders.flatMap { [$0.first, $0.after, $0.before] }
            return [plan.select, plan.update] + [plan.insert, plan.delete].compactMap { $0 } + pages
        }
    }

    /// - Throws: when one of them doesn't fit the tables.
    func prepare(in session: PostgresSession) async throws {
        for statement in statements { try await prepare(statement, in: session) }
    }

    private func prepare(_ statement: PlannedStatement, in session: PostgresSession) async throws {
        let types = statement.parameterTypes.map { type in
            type.hasSuffix("Array") ? String(type.dropLast(5)) + "[]" : type
        }
        let list = types.isEmpty ? "" : " (\(types.joined(separator: ", ")))"
        try await session.execute("PREPARE \(name(statement))\(list) AS \(statement.sql)")
    }

    /// Has Postgres plan them anew, as the next execution by that session would after a change of their tables. One whose
    /// columns have another length than before is prepared anew, as connections of the runtime do.
    /// - Throws: when one of them doesn't fit any more.
    func plan(in session: PostgresSession) async throws {
        for statement in statements {
            let nulls = statement.parameterTypes.map { _ in "NULL" }.joined(separator: ", ")
            let values = nulls.isEmpty ? "" : "(\(nulls))"
            do {
                try await session.execute("EXPLAIN EXECUTE \(name(statement))\(values)")
            } catch {
                guard error.error.sqlstate == "0A000" else { throw error }
                try await session.execute("DEALLOCATE \(name(statement))")
                try await prepare(statement, in: session)
                try await session.execute("EXPLAIN EXECUTE \(name(statement))\(values)")
            }
        }
    }

    /// Writes what only this contract may allow, and takes it back.
    /// - Throws: when it is refused.
    func write(in session: PostgresSession) async throws {
        let (columns, values) = contract.extreme
        try await session.execute(
            """
            BEGIN;
            INSERT INTO auth.users VALUES ('ffffffff-0000-4000-8000-000000000000');
            INSERT INTO persons (user_id, \(columns)) VALUES ('ffffffff-0000-4000-8000-000000000000', \(values));
            UPDATE persons SET \(columns.split(separator: ", ").map { "\($0) = \($0)" }.joined(separator: ", "))
                WHERE user_id = 'ffffffff-0000-4000-8000-000000000000';
            ROLLBACK;
            """)
    }

    private func name(_ statement: PlannedStatement) -> String { "\(contract)_\(statement.name)" }
}

extension TestContract {
    /// Values at the bounds of what it allows.
    fileprivate var extreme: (columns: String, values: String) {
        let length = self == .wider ? 60 : self == .narrower ? 20 : 40
        let size = self == .words ? "huge" : self == .fewerWords ? "small" : "large"
        let count = self == .required ? "0" : self == .number ? "0.25" : "NULL"
        let own = self == .filled ? ("level", "1") : self == .added ? ("title", "repeat('t', 80)") : ("note", "''")
        let fit = self == .renamed ? "fit" : "size"
        return ("name, \(fit), count, \(own.0)", "repeat('n', \(length)), '\(size)', \(count), \(own.1)")
    }
}
