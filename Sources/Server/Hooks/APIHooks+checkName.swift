import Generated
import Runtime

extension APIHooks {
    /// `POST /api/users/{id}/name-check`: what a form asks before it sends a new name.
    func checkName(_ call: RecordCall<Profile, CheckNameInput>) async throws -> CheckNameOutput {
        let name = call.input.displayName
        var parameters = Parameters()
        parameters.text(name)
        parameters.uuid(call.id)
        let rows = try await call.query(Self.others, parameters)
        let issue = Self.presentableName(name)
        return CheckNameOutput(
            isPresentable: issue == nil, others: rows.first?.int64(0) ?? 0, reason: issue?.message)
    }

    /// Counts no further than a form needs to know. The index of the list by name finds them.
    private static let others = Statement(
        "check_name",
        """
        SELECT count(*) FROM (
            SELECT FROM user_profiles WHERE display_name = $1 AND user_id <> $2 LIMIT 100
        ) AS others
        """,
        parameterTypes: [.text, .uuid])
}
