/// One command on its way, with who waits for its answer.
///
/// Unchecked for the variables, which only the reactor's thread touches.
final class RedisRequest: @unchecked Sendable {
    typealias Outcome = Result<RedisReply, RedisError>

    let command: RedisCommand
    /// When set, `command` is the keys and arguments of a call of it.
    let script: RedisScript?
    /// The session that the command was made for; on any other it is not sent.
    let session: UInt64?
    let deadline: ContinuousClock.Instant
    /// Called once: on the reactor's thread, or by who submits when there is no connection.
    let finish: @Sendable (Outcome) -> Void
    var sentAt: ContinuousClock.Instant?
    /// Whether the script was sent as text, after the server had forgotten it.
    var wasSentAsText = false

    init(
        _ command: RedisCommand, script: RedisScript? = nil, session: UInt64? = nil,
        deadline: ContinuousClock.Instant, finish: @escaping @Sendable (Outcome) -> Void
    ) {
        self.command = command
        self.script = script
        self.session = session
        self.deadline = deadline
        self.finish = finish
    }
}
