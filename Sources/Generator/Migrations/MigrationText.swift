/// `up.sql` and `down.sql`: SQL that people read, in steps that the runner finds by the lines that begin with `--@`.
enum MigrationText {
    static func render(_ plan: MigrationPlan, id: String) -> String {
        var lines = ["--@ migration \(id)", "--@ from \(plan.from)", "--@ to \(plan.to)"]
        if let fingerprint = plan.fingerprint { lines.append("--@ destructive \(fingerprint)") }
        if !plan.isRolling { lines.append("--@ standstill") }
        lines.append("-- Written by rosterc; never edited: migrations.lock holds its checksum.")
        for (index, step) in plan.steps.enumerated() {
            let destructive = step.isDestructive ? " destructive" : ""
            lines += ["", "--@ step \(index + 1) \(step.phase.rawValue) \(step.kind.word)\(destructive)"]
            lines += step.words.split(separator: "\n").map { "-- \($0)" }
            lines.append("-- \(step.effect)")
            lines.append(step.sql.hasSuffix("\n") ? String(step.sql.dropLast()) : step.sql)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether a piece of SQL would be taken for the head of a step, which a default of the spec could be made to.
    static func isAmbiguous(_ sql: String) -> Bool {
        sql.utf8.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: "--@".utf8) }
    }
}
