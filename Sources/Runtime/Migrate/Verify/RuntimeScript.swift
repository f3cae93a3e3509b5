/// The part of a whole script that makes what is the runtime's own, made to make it for a session only.
enum RuntimeScript {
    private static let begin = "CREATE SCHEMA IF NOT EXISTS roster;\n"

    /// - Returns: SQL that makes the same in `pg_temp`; empty when the script has no such part.
    static func temporary(_ script: String) -> String {
        guard let start = script.firstRange(of: begin)?.upperBound else { return "" }
        let end = script[start...].firstRange(of: "\n\n")?.lowerBound ?? script.endIndex
        return String(script[start..<end].replacing("roster.", with: "pg_temp."))
    }
}
