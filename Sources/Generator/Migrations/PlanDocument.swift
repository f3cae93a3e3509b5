/// `plan.json`: the steps in words, for reviews and for tools.
enum PlanDocument {
    static func render(_ plan: MigrationPlan, id: String) -> String {
        JSONTree.object([("migration", .string(id)), ("from", .string(plan.from)), ("to", .string(plan.to))])
            .adding("rolling", .bool(plan.isRolling))
            .adding("destructive", plan.fingerprint.map(JSONTree.string))
            .adding("steps", .array(plan.steps.enumerated().map { step($1, $0 + 1) }))
            .text() + "\n"
    }

    private static func step(_ step: MigrationStep, _ number: Int) -> JSONTree {
        JSONTree.object([
            ("step", .integer(number)), ("phase", .string(step.phase.rawValue)), ("kind", .string(step.kind.word)),
            ("words", .string(step.words)), ("lock", step.lock.map(JSONTree.string) ?? .null),
            ("work", .string(step.work.rawValue)), ("transactional", .bool(step.isTransactional)),
            ("destructive", .bool(step.isDestructive)),
        ])
    }
}
