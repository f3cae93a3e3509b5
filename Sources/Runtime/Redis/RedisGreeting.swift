/// What is said and asked when a connection opens, before anything else is sent on it.
struct RedisGreeting {
    /// What the greeting brought.
    struct Result: Sendable {
        /// Redis's own name for this run of the server: another one after each start, and on each replica.
        var runID = ""
        /// The digests of the scripts, by their index.
        var digests: [String] = []
    }

    enum Step {
        case authenticate
        case select
        case askRunID
        case load(RedisScript)
        case ping
    }

    let steps: [Step]
    private let address: RedisAddress

    init(_ address: RedisAddress, asksRunID: Bool, scripts: [RedisScript]) {
        self.address = address
        var steps: [Step] = []
        if address.password != nil { steps.append(.authenticate) }
        if address.database != 0 { steps.append(.select) }
        if asksRunID { steps.append(.askRunID) }
        steps += scripts.map(Step.load)
        // So that "open" always means that the server answers.
        if steps.isEmpty { steps.append(.ping) }
        self.steps = steps
    }

    func command(_ step: Step) -> RedisCommand {
        switch step {
        case .authenticate:
            var command = RedisCommand("AUTH")
            if let user = address.user { command.append(user) }
            command.append(address.password ?? "")
            return command
        case .select: return RedisCommand("SELECT", String(address.database))
        case .askRunID: return RedisCommand("INFO", "server")
        case .load(let script): return RedisCommand("SCRIPT", "LOAD", script.source)
        case .ping: return RedisCommand("PING")
        }
    }

    /// Adds the answer of a step to `result`, or says what is wrong with it, in words for operators.
    func accept(_ reply: RedisReply, to step: Step, _ result: inout Result) -> String? {
        if case .error(let code) = reply { return "the server answered \(code) to \(step.name)" }
        switch step {
        case .authenticate, .select, .ping: break
        case .askRunID:
            guard let line = reply.text?.split(whereSeparator: \.isNewline).first(where: { $0.hasPrefix("run_id:") })
            else { return "the server does not tell its run_id" }
            result.runID = String(line.dropFirst("run_id:".utf8.count))
        case .load(let script):
            guard let digest = reply.text, digest.utf8.count == 40, script.index == result.digests.count else {
                return "the server did not load a script"
            }
            result.digests.append(digest)
        }
        return nil
    }
}

extension RedisGreeting.Step {
    fileprivate var name: String {
        switch self {
        case .authenticate: "AUTH"
        case .select: "SELECT"
        case .askRunID: "INFO"
        case .load: "SCRIPT LOAD"
        case .ping: "PING"
        }
    }
}
