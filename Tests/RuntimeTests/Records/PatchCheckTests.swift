import NIOCore
import Testing

@testable import Runtime

@Suite("What a hook wrote is checked as a body is")
struct PatchCheckTests {
    private static let field = FieldMask(field: 0)
    private static let hours = JSONShape.object([
        .init("from", .time, required: true), .init("note", .text(TextRule(maximum: 3, trim: true))),
    ])

    /// What is said of one value that a hook wrote where nothing was, and what is stored.
    private static func look<Value: Sendable>(
        _ value: Change<Value>, isCreation: Bool = false,
        _ look: (inout PatchCheck, inout Change<Value>) -> Void
    ) -> (rules: [String], stored: Change<Value>) {
        var check = PatchCheck(isCreation: isCreation)
        var stored = value
        look(&check, &stored)
        #expect(check.wrote(field))
        return (check.broken.map { "\($0.field) \($0.rule)" }, stored)
    }

    private static func text(_ value: Change<String>, _ rule: TextRule) -> (rules: [String], stored: Change<String>) {
        look(value) { $0.text(field, "f", &$1, .absent, rule) }
    }

    @Test("a text is trimmed and normalised, or breaks a rule of its field")
    func texts() {
        let name = TextRule(minimum: 1, maximum: 5, trim: true, lowercase: true, nfc: true)
        #expect(Self.text(.value("  E\u{301}A "), name).stored == .value("éa"))
        #expect(Self.text(.value("  E\u{301}A "), name).stored.value?.unicodeScalars.count == 2)
        #expect(Self.text(.value("   "), name).rules == ["f too_short"])
        #expect(Self.text(.value("sixsix"), name).rules == ["f too_long"])
        #expect(Self.text(.value("a\u{0}b"), name).rules == ["f nul_not_allowed"])
        #expect(Self.text(.value("a\nb"), name).rules == ["f control_character"])
        #expect(Self.text(.null, name).rules == ["f null_not_allowed"])
        #expect(Self.text(.null, TextRule(maximum: 5, nullable: true)).rules == [])
        #expect(Self.text(.value("by pigeon"), TextRule(maximum: 16, format: .phone)).rules == ["f invalid_phone"])
        let digits = TextRule(maximum: 9, pattern: LinearPattern(checked: "^[0-9]+$"))
        #expect(Self.text(.value("12a"), digits).rules == ["f pattern_mismatch"])
    }

    @Test("numbers and times keep their bounds, and those of what can be stored", arguments: [true, false])
    func numbers(isGood: Bool) {
        let day = Int64(TimeOfDay.microsecondsPerDay)
        func rules<V>(_ good: V, _ bad: V, _ look: (inout PatchCheck, inout Change<V>) -> Void) -> [String] {
            Self.look(.value(isGood ? good : bad), look).rules
        }
        let found = [
            rules(150, 151) { $0.integer(Self.field, "age", &$1, .absent, IntegerRule(minimum: 0, maximum: 150)) },
            rules(0, -1) { $0.integer(Self.field, "age", &$1, .absent, IntegerRule(minimum: 0)) },
            rules("1.50", "1.505") { $0.decimal(Self.field, "sum", &$1, .absent, DecimalRule(precision: 5, scale: 2)) },
            rules("-1e2", "1,5") { $0.decimal(Self.field, "sum", &$1, .absent, DecimalRule(precision: 5, scale: 2)) },
            rules(2_921_939, 2_921_940) { $0.date(Self.field, "day", &$1, .absent, DateRule()) },
            rules(-730_485, Int32.min) { $0.date(Self.field, "day", &$1, .absent, DateRule()) },
            rules(day - 1, day) { $0.time(Self.field, "at", &$1, .absent, TimeRule()) },
            rules(0, -1) { $0.time(Self.field, "at", &$1, .absent, TimeRule()) },
            rules(0, .max) { $0.timestamp(Self.field, "since", &$1, .absent, TimestampRule()) },
            rules(day, -1) { $0.duration(Self.field, "for", &$1, .absent, DurationRule(maximum: day)) },
            rules(0, day + 1) { $0.duration(Self.field, "for", &$1, .absent, DurationRule(maximum: day)) },
        ].flatMap { $0 }
        let all = [
            "age too_large", "age too_small", "sum too_precise", "sum wrong_type", "day invalid_date",
            "day invalid_date", "at invalid_time", "at invalid_time", "since invalid_timestamp", "for too_small",
            "for too_large",
        ]
        #expect(found == (isGood ? [] : all))
    }

    @Test("a decimal ends in its one spelling")
    func spelling() {
        let rule = DecimalRule(precision: 9, scale: 3)
        let seen = Self.look(.value("015e-1")) { $0.decimal(Self.field, "f", &$1, .absent, rule) }
        #expect(seen.rules == ["f wrong_type"], "JSON has no leading zeros")
        let exponent = Self.look(.value("150e-2")) { $0.decimal(Self.field, "f", &$1, .absent, rule) }
        #expect(exponent.stored == .value("1.5"))
    }

    @Test("an enum whose values follow one another begins at a first one")
    func choices() {
        let rule = ChoiceRule(of: ["draft", "out"], initial: ["draft"])
        for (word, isCreation, rules) in [
            ("out", true, ["f not_a_choice"]), ("draft", true, []), ("out", false, []),
            ("lost", false, ["f not_a_choice"]),
        ] {
            let seen = Self.look(.value(word), isCreation: isCreation) {
                $0.choice(Self.field, "f", &$1, .absent, rule)
            }
            #expect(seen.rules == rules, "\(word)")
        }
    }

    @Test(
        "a JSON value is read by its shape: whole when a record is made, as it says otherwise",
        arguments: [
            (#"{ "from": "08:00" }"#, true, true, #"{"from":"08:00:00"}"#), ("{}", true, false, "missing_field"),
            ("{}", false, false, "{}"), ("{}", false, true, "missing_field"),
            (#"{"from":"25:00"}"#, true, true, "invalid_time"),
            (#"{"from":"08:00"}{"#, true, true, "wrong_type"), ("", true, true, "wrong_type"),
            ("[]", true, true, "wrong_type"),
            (#"{"from":"08:00","note":" far "}"#, true, true, #"{"from":"08:00:00","note":"far"}"#),
            (#"{"from":"08:00","note":"\u0000"}"#, true, true, "nul_not_allowed"),
        ])
    func shapes(text: String, isWhole: Bool, isCreation: Bool, outcome: String) {
        let patch = JSONPatch(text: ByteBuffer(string: text), isWhole: isWhole)
        let seen = Self.look(.value(patch), isCreation: isCreation) {
            $0.json(Self.field, "f", &$1, .absent, Self.hours)
        }
        if outcome.hasPrefix("{") {
            #expect(seen.rules == [])
            #expect(seen.stored.value.map { String(buffer: $0.text) } == outcome)
        } else {
            #expect(seen.rules == ["f \(outcome)"])
        }
    }

    @Test("a list is counted, and a set has nothing twice")
    func lists() {
        let shape = JSONShape.list(of: .integer(IntegerRule(maximum: 9)), maximum: 2, isSet: true)
        for (text, rules) in [
            ("[1, 2]", []), ("[1,1]", ["f duplicate_item"]), ("[1,2,3]", ["f too_many_items"]),
            ("[10]", ["f too_large"]),
        ] {
            let seen = Self.look(.value(ByteBuffer(string: text))) { $0.list(Self.field, "f", &$1, .absent, shape) }
            #expect(seen.rules == rules, "\(text)")
        }
    }

    @Test("a section is read as a body's is, and keeps the keys that are to go first")
    func sections() {
        func look(_ text: String) -> (rules: [String], stored: Change<SectionPatch>) {
            Self.look(.value(SectionPatch(merge: ByteBuffer(string: text)))) { check, change in
                check.section(Self.field, "f", &change, .absent) { body throws(JSONError) in
                    try body.section(Self.field) { body, section throws(JSONError) in
                        while let name = try body.nextName() {
                            switch name {
                            case "dark": try body.bool("dark", BoolRule(), into: &section)
                            default: try body.unknownField(known: ["dark"])
                            }
                        }
                    }
                }
            }
        }
        #expect(look(#"{ "dark": true }"#).stored.value.map { String(buffer: $0.merge) } == #"{"dark":true}"#)
        #expect(look(#"{"dark":1}"#).rules == ["f wrong_type"])
        #expect(look(#"{"dim":1}"#).rules == ["f unknown_field"])
        #expect(look("null").rules == ["f wrong_type"])
        #expect(look(#"{"dark":true"#).rules == ["f wrong_type"])
    }

    @Test("what the hook left alone is not looked at, however it would be judged today")
    func untouched() {
        var check = PatchCheck(isCreation: false)
        var (name, count) = (Change.value("far too long"), Change<Int64>.null)
        check.text(Self.field, "name", &name, .value("far too long"), TextRule(maximum: 3))
        check.integer(FieldMask(field: 1), "count", &count, .null, IntegerRule())
        #expect(check.isClean)
        #expect(!check.wrote(FieldMask(rawValue: .max)))
        // Equal to people, and not byte by byte.
        name = .value("e\u{301}")
        check.text(Self.field, "name", &name, .value("\u{e9}"), TextRule(maximum: 9, nfc: true))
        #expect(check.wrote(Self.field))
        #expect(name.value?.unicodeScalars.count == 1)
    }

    @Test("a hook writes no key, and what is set once only into a new record")
    func fixed() {
        let (key, once) = (FieldMask(field: 1), FieldMask(field: 2))
        for (isCreation, rules) in [(true, ["id not_writable"]), (false, ["id not_writable", "isbn not_writable"])] {
            var check = PatchCheck(isCreation: isCreation)
            check.fix(key, once: once)
            var (id, isbn) = (Change.value(RecordID.made()), Change.value("1"))
            check.uuid(key, "id", &id, .absent, UUIDRule())
            check.text(once, "isbn", &isbn, .absent, TextRule(maximum: 3))
            #expect(check.broken.map { "\($0.field) \($0.rule)" } == rules)
        }
    }

    @Test("a new record has what it needs, and its values fit together")
    func whole() {
        var check = PatchCheck(isCreation: true)
        check.require(Self.field, "name", isPresent: false)
        check.require(Self.field, "title", isPresent: true)
        check.check("ends", false)
        check.check("starts", nil)
        #expect(check.broken.map { "\($0.field) \($0.rule)" } == ["name missing_field", "ends check_failed"])
        var update = PatchCheck(isCreation: false)
        update.require(Self.field, "name", isPresent: false)
        #expect(update.isClean)
    }

    @Test("the log is told names of the contract, and nothing of a value or of a key that somebody chose")
    func told() {
        let patch = JSONPatch(text: ByteBuffer(string: #"{"from":"ada@example.org"}"#))
        var check = PatchCheck(isCreation: true)
        var change = Change.value(patch)
        check.json(Self.field, "hours", &change, .absent, Self.hours)
        let function = HandFunction(resource: "shop", name: "before_create")
        let fault = HandFault(function: function, kind: .rules(check.broken))
        #expect(
            fault.facts.map { "\($0.name)=\($0.value)" } == [
                "hook.resource=shop", "hook.name=before_create", "hook.fault=rules", "hook.broken=hours invalid_time",
            ])
    }

    @Test("what Postgres has against a hook's value is the hook's fault, but for a value that is taken")
    func refused() {
        let statement = Statement("s", "SELECT 1", parameterTypes: [])
        let facts = ResourceFacts(
            name: "shop", index: 0, access: OperationAccess(), ownRole: [], fieldNames: ["name", "owner", "mail"],
            requiresMatch: false, select: statement, update: statement, insert: nil,
            constraints: [
                ConstraintMeaning("r", .invalid, pointer: "/name", with: ["mail"], message: "must hold"),
                ConstraintMeaning("c", .invalid, pointer: "/name"),
                ConstraintMeaning("f", .unknownReference, pointer: "/owner"),
                ConstraintMeaning("u", .taken, pointer: "/mail"),
            ])
        let metrics = Metrics()
        let function = HandFunction(resource: "shop", name: "before_update")
        let call = HandCall<NoRefusal>(function, HandWork(metrics: metrics), own: [])
        let faults = HandWorkTests.faults(.rules, of: function, metrics)
        func fault(_ constraint: String?, _ fields: FieldMask) -> [String] {
            let hooked = HookedFields(fields: fields, counted: call.fault)
            let error = PostgresError.server(sqlstate: "23000", constraint: constraint, table: nil, column: nil)
            guard case .rules(let rules)? = hooked.fault(error, facts)?.kind else { return [] }
            return rules.map { "\($0.field) \($0.rule)" }
        }
        let everything = FieldMask(rawValue: .max)
        #expect(fault("c", FieldMask(field: 0)) == ["name check"])
        #expect(fault("f", everything) == ["owner unknown_reference"])
        #expect(fault("r", FieldMask(field: 0)) == ["name check"])
        #expect(fault("r", FieldMask(field: 2)) == ["mail check"], "it is told at a field that the hook did not write")
        #expect(fault("r", everything) == ["name check", "mail check"])
        #expect(fault("r", FieldMask(field: 1)) == [], "the caller wrote all of the rule's fields")
        #expect(faults.current == 5)
        #expect(fault("f", FieldMask(field: 0)) == [], "the caller wrote the reference")
        #expect(fault("u", everything) == [])
        #expect(fault("other", everything) + fault(nil, everything) == [])
        #expect(faults.current == 5)
    }
}
