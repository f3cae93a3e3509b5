extension BodyReader {
    /// Reads a value of one kind and checks it. `.absent` when there was an issue.
    private mutating func value<Raw, Value: Sendable>(
        _ kind: JSONKind, nullable: Bool, _ read: (inout JSONReader) throws(JSONError) -> Raw,
        _ check: (Raw) throws(Finding) -> Value
    ) throws(JSONError) -> Change<Value> {
        let found = try reader.peek()
        if found == .null {
            try reader.null()
            if nullable { return .null }
            report(Finding(.nullNotAllowed, "must not be null"))
            return .absent
        }
        guard found == kind else {
            try refuseKind(kind)
            return .absent
        }
        let raw = try read(&reader)
        guard kind != .string || !reader.containsNUL else {
            report(.nul)
            return .absent
        }
        do {
            return .value(try check(raw))
        } catch {
            report(error)
            return .absent
        }
    }

    private mutating func string<Value: Sendable>(
        nullable: Bool, _ check: (String) throws(Finding) -> Value
    ) throws(JSONError) -> Change<Value> {
        try value(.string, nullable: nullable, { reader throws(JSONError) in try reader.string() }, check)
    }

    private mutating func number<Value: Sendable>(
        nullable: Bool, _ check: (JSONNumber) throws(Finding) -> Value
    ) throws(JSONError) -> Change<Value> {
        try value(.number, nullable: nullable, { reader throws(JSONError) in try reader.number() }, check)
    }

    mutating func text(_ rule: TextRule) throws(JSONError) -> Change<String> {
        try string(nullable: rule.nullable, rule.check)
    }

    mutating func integer(_ rule: IntegerRule) throws(JSONError) -> Change<Int64> {
        try number(nullable: rule.nullable, rule.check)
    }

    mutating func decimal(_ rule: DecimalRule) throws(JSONError) -> Change<String> {
        try number(nullable: rule.nullable, rule.check)
    }

    mutating func bool(_ rule: BoolRule) throws(JSONError) -> Change<Bool> {
        try value(.bool, nullable: rule.nullable, { reader throws(JSONError) in try reader.bool() }) { $0 }
    }

    mutating func choice(_ rule: ChoiceRule) throws(JSONError) -> Change<String> {
        try string(nullable: rule.nullable, mode == .create ? rule.checkFirst : rule.check)
    }

    mutating func date(_ rule: DateRule) throws(JSONError) -> Change<Int32> {
        try string(nullable: rule.nullable, rule.check)
    }

    mutating func time(_ rule: TimeRule) throws(JSONError) -> Change<Int64> {
        try string(nullable: rule.nullable, rule.check)
    }

    mutating func timestamp(_ rule: TimestampRule) throws(JSONError) -> Change<Int64> {
        try string(nullable: rule.nullable, rule.check)
    }

    mutating func duration(_ rule: DurationRule) throws(JSONError) -> Change<Int64> {
        try string(nullable: rule.nullable, rule.check)
    }

    mutating func uuid(_ rule: UUIDRule) throws(JSONError) -> Change<RecordID> {
        try string(nullable: rule.nullable, rule.check)
    }
}
