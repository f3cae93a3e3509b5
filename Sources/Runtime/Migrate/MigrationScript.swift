/// `up.sql` or `down.sql`, taken apart at the lines that begin with `--@`.
package struct MigrationScript: Equatable, Sendable {
    package struct Step: Equatable, Sendable {
        package enum Phase: String, Sendable {
            case check, expand, backfill, contract
        }

        package enum Kind: Equatable, Sendable {
            case check, transaction, batches
            /// The name of the index that is built or dropped.
            case index(String)
        }

        package let number: Int
        package let phase: Phase
        package let kind: Kind
        package let isDestructive: Bool
        /// The first comment: what it does.
        package let words: String
        package let sql: String
    }

    package private(set) var id = ""
    package private(set) var from = ""
    package private(set) var to = ""
    /// What an operator says to let values be lost.
    package private(set) var fingerprint: String?
    /// Whether servers of both contracts work between the phases.
    package private(set) var isRolling = true
    package private(set) var steps: [Step] = []

    package init(_ text: String) {
        var head: [Substring] = []
        var body: [Substring] = []
        func step() -> Step? { Step(head, body) }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("--@ ") else {
                if !head.isEmpty { body.append(line) }
                continue
            }
            let words = line.dropFirst(4).split(separator: " ")
            switch words.first {
            case "migration": id = words.dropFirst().joined(separator: " ")
            case "from": from = words.dropFirst().joined()
            case "to": to = words.dropFirst().joined()
            case "destructive": fingerprint = words.dropFirst().joined()
            case "standstill": isRolling = false
            case "step":
                if let step = step() { steps.append(step) }
                head = Array(words.dropFirst())
                body = []
            default: break
            }
        }
        if let step = step() { steps.append(step) }
    }

    package var hasContractSteps: Bool { steps.contains { $0.phase == .contract } }
}

extension MigrationScript.Step {
    /// - Parameter head: `3 expand index user_profiles_name_list`
    fileprivate init?(_ head: [Substring], _ body: [Substring]) {
        guard head.count >= 3, let number = Int(head[0]), let phase = Phase(rawValue: String(head[1])) else {
            return nil
        }
        switch head[2] {
        case "check": kind = .check
        case "transaction": kind = .transaction
        case "batches": kind = .batches
        case "index" where head.count >= 4: kind = .index(String(head[3]))
        default: return nil
        }
        self.number = number
        self.phase = phase
        isDestructive = head.last == "destructive"
        let words = body.first { $0.hasPrefix("-- ") }?.dropFirst(3) ?? ""
        self.words = String(words.hasSuffix(".") ? words.dropLast() : words)
        sql = body.joined(separator: "\n")
    }
}
