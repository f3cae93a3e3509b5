import Generated
import Runtime

extension APIHooks {
    /// `validate: presentable_name`: nobody shows the name of somebody who speaks for the service.
    static func presentableName(_ name: String) -> FieldIssue? {
        let words = name.lowercased().split { !$0.isLetter }
        guard words.count == 1, let word = words.first, taken.contains(String(word)) else { return nil }
        return FieldIssue(code: "reserved_name", message: "is kept for those who speak for this service")
    }

    private static let taken: Set<String> = ["admin", "administrator", "moderator", "root", "support", "system"]

    /// `function: display_initials`: the first letters of the first and the last word of the name.
    static func displayInitials(of name: String?) -> String? {
        let words = (name ?? "").split { $0.isWhitespace }
        let ends = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
        return ends.isEmpty ? nil : ends.map { $0.uppercased() }.joined()
    }
}
