import Runtime

/// A disagreement that is meant, and why.
struct Allowance: Sendable {
    let disagreement: VerdictCase.Disagreement
    /// The codes of the reader that it is about; none for values that the reader takes.
    let codes: Set<String>
    let reason: String
    let holds: @Sendable (VerdictCase) -> Bool

    init(
        _ disagreement: VerdictCase.Disagreement, _ codes: Set<String>, _ reason: String,
        where holds: @escaping @Sendable (VerdictCase) -> Bool = { _ in true }
    ) {
        self.disagreement = disagreement
        self.codes = codes
        self.reason = reason
        self.holds = holds
    }
}

extension Allowance {
    static let all: [Allowance] = store + merge + schema + answer

    private static let merge = [
        Allowance(
            .storeRefusesWhatWasRead, [], "what is merged into nothing may lack what must be there"
        ) { one in
            // The row has a whole value for each `json` field; of settings, and of entries, it has not.
            let isOnNothing = one.field.type.is("entries", "section") || one.form.record?.section != nil
            return one.form.mode == .patch && isOnNothing
        }
    ]

    private static let answer = [
        Allowance(
            .answerBreaksSchema, [], "Python's dates begin with the year 1"
        ) { $0.answer?.contains("\"0000-") ?? false }
    ]

    /// Of what the server would send, Postgres refuses nothing.
    private static let store = [
        Allowance(
            .storeTakesWhatIsRefused,
            [
                "control_character", "pattern_mismatch", "invalid_email", "invalid_url", "invalid_phone",
                "invalid_slug",
                "invalid_country", "invalid_language", "invalid_timezone",
            ], "a CHECK looks at the length of a text: rows that were there before us need not have our forms"),
        Allowance(
            .storeTakesWhatIsRefused,
            ["invalid_date", "invalid_time", "invalid_timestamp", "invalid_uuid", "invalid_duration"],
            "Postgres reads further spellings, and in JSON any text"),
        Allowance(
            .storeTakesWhatIsRefused, ["wrong_type"], "an assignment to BIGINT rounds"
        ) { $0.field.type.is("integer") },
        Allowance(
            .storeTakesWhatIsRefused, ["too_precise"], "an assignment to NUMERIC rounds, and JSON keeps all digits"),
        Allowance(.storeTakesWhatIsRefused, ["duplicate_name"], "JSONB keeps the last of two members of one name"),
        Allowance(
            .storeTakesWhatIsRefused, ["duplicate_item"], "the items of a set are compared as they are stored"
        ) { $0.field.type.isNormalised },
        Allowance(
            .storeTakesWhatIsRefused, ["null_not_allowed"],
            "a member that is null counts as absent: rows that were there before us may have one"
        ) { $0.field.type.is("json", "entries") },
        Allowance(
            .storeTakesWhatIsRefused, ["unknown_field"],
            "keys by a pattern are not compared by a CHECK, and a member that is null counts as absent"
        ) { $0.field.type.is("entries", "json") },
        Allowance(
            .storeTakesWhatIsRefused, ["too_large"], "a duration in JSON is a text to Postgres"
        ) { $0.field.type.is("list", "json") && $0.value.contains("\"P") },
        Allowance(
            .storeTakesWhatIsRefused, ["too_short"], "a text is counted when it has been trimmed or composed"
        ) { $0.field.type.isNormalised },
        Allowance(
            .storeTakesWhatIsRefused, ["not_a_choice"],
            "`initial:` says with which words records begin, a CHECK which they have"
        ) { !$0.field.initial.isEmpty },
        Allowance(
            .storeTakesWhatIsRefused, ["too_long"], "a VARCHAR drops spaces at the end, and lower case may be longer"),
        Allowance(
            .storeRefusesWhatIsTaken, [], "Postgres writes the year 0 as 1 BC, and gets it as a number from us"
        ) { $0.value.contains("0000-") },
    ]

    private static let schema = [
        Allowance(
            .schemaTakesWhatIsRefused, ["invalid_country", "invalid_timezone"],
            "a pattern tells the form, and no list of names"),
        Allowance(
            .schemaTakesWhatIsRefused, ["too_precise"],
            "`multipleOf` of decimals is rounded by most validators, so there is none"),
        Allowance(
            .schemaTakesWhatIsRefused, ["too_small", "too_large"], "a schema sees the text of a duration"
        ) { $0.value.contains("\"P") },
        Allowance(
            .schemaTakesWhatIsRefused, ["duplicate_item"], "a schema sees the items before they are normalised"
        ) { $0.field.type.isNormalised },
        Allowance(
            .schemaTakesWhatIsRefused, ["too_long"],
            "a schema sees a text before it is lower-cased, which may be longer"
        ) { $0.field.type.isNormalised },
        Allowance(.schemaTakesWhatIsRefused, ["lone_surrogate"], "Python's reader of JSON takes half of a pair"),
        Allowance(
            .schemaTakesWhatIsRefused, ["invalid_timestamp"], "an offset or a fraction leads out of the years 0…9999"
        ) { $0.value.contains("\"9999-12-31T") || $0.value.contains("\"0000-01-01T") },
        Allowance(
            .schemaRefusesWhatIsTaken, [], "a schema sees a text before it is trimmed, lower-cased or composed"
        ) { $0.field.type.isNormalised },
        Allowance(
            .schemaRefusesWhatIsTaken, [], "no expression of a bearable length describes an IPv6 address"
        ) { $0.value.contains("://[") },
        Allowance(
            .schemaRefusesWhatIsTaken, [], "Python's dates begin with the year 1"
        ) { $0.value.contains("0000-") },
        Allowance(
            .schemaRefusesWhatIsTaken, [], "the validator of date-time has no leap seconds, RFC 3339 has"
        ) { $0.value.contains(":60") },
    ]
}

/// What is allowed, and what of that was needed.
struct Allowances {
    private(set) var idle = Set(
        Allowance.all.enumerated().flatMap { number, allowance in keys(number, allowance.codes) })

    private static func keys(_ number: Int, _ codes: Set<String>) -> [String] {
        let reason = Allowance.all[number]
        return codes.isEmpty
            ? ["\(reason.disagreement): \(reason.reason)"]
            : codes.map { "\(reason.disagreement) \($0): \(reason.reason)" }
    }

    /// Whether a disagreement is meant. When the reader gave several codes, each must be.
    mutating func admits(_ disagreement: VerdictCase.Disagreement, _ one: VerdictCase) -> Bool {
        let fitting = Allowance.all.indices.filter {
            Allowance.all[$0].disagreement == disagreement && Allowance.all[$0].holds(one)
        }
        guard !one.reader.isAccepted else {
            for number in fitting { idle.subtract(Self.keys(number, [])) }
            return !fitting.isEmpty
        }
        var open = one.reader.codes
        for number in fitting {
            let codes = Allowance.all[number].codes.intersection(one.reader.codes)
            guard !codes.isEmpty else { continue }
            open.subtract(codes)
            idle.subtract(Self.keys(number, codes))
        }
        return open.isEmpty
    }
}
