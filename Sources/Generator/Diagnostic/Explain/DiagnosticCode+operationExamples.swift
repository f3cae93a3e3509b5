extension DiagnosticCode {
    /// 380–399: operations, hooks, computed fields and validators.
    var exampleOfOperations: ExampleSpec? {
        switch self {
        case .unknownMoveState: Self.moves("to: suspended", "to: suspend")
        case .stateField:
            .replacing(
                "  suspend: {on: profile,", with: "  suspend: {on: profile, field: name,", in: Self.states)
        case .unreachableState:
            .replacing(
                "of: [active, suspended]", wrong: "of: [active, suspended, gone]",
                right: "of: [active, suspended, gone], initial: [gone], final: [gone]", in: Self.states)
        case .writtenState:
            .replacing(
                "  suspend: {on: profile,", wrong: "  suspend: {on: profile, field: status,",
                right: "  suspend: {on: profile,", in: Self.states
            ).spoiled("write: none", "write: admin")
        case .operationForNobody: Self.moves("to: active, allow: admin", "to: active")
        case .operationRoute:
            .appending(
                wrong: "  again: {on: profile, path: \"/admin/users/{id}/suspend\", allow: admin, handler: required}\n",
                right: "  deactivate: {on: profile, from: active, to: suspended, allow: self}\n", to: Self.states)
        case .operationShape:
            .appending(
                wrong:
                    "  leave: {on: profile, from: active, to: suspended, allow: self, input: {day: {type: date, default: 2026-11-01}}}\n",
                right:
                    "  leave: {on: profile, from: active, to: suspended, allow: self, input: {day: {type: date, optional: true}}}\n",
                to: Self.states)
        case .computedField:
            .field(
                wrong: "shown_name: {type: computed, of: string, value: name, filter: [eq], read: user}",
                right: "shown_name: {type: computed, of: string, value: name, read: user}")
        case .computedReveals:
            .replacing(
                "read: {visibility: bio}, write: self}\n", wrong: Self.hasBio("user"),
                right: Self.hasBio("{visibility: bio}"), in: ExampleSpec.choices)
        case .hookNeverCalled:
            .replacing(
                "    list: {sort: [name]}", wrong: "    list: {sort: [name]}\n    hooks: {before_create: optional}",
                right: "    list: {sort: [name]}\n    hooks: {before_update: optional}"
            ).spoiled("create: admin, ", "")
        case .functionName:
            .replacing(
                "sort: true}", wrong: "sort: true, validate: PlainName}", right: "sort: true, validate: plain_name}")
        case .problemCode: Self.problems("not_found: {status: 404,", "no_card: {status: 404,")
        case .problemStatus: Self.problems("no_card: {status: 412,", "no_card: {status: 409,")
        case .problemDiffers:
            .appending(
                wrong: Self.noCard("card", 404) + Self.noCard("sign", 410),
                right: Self.noCard("card", 404) + Self.noCard("sign", 404), to: Self.states)
        case .problemNeverThrown:
            .replacing(
                "    list: {sort: [name]}",
                wrong: "    list: {sort: [name]}\n    hooks: {after_commit: optional, problems: \(Self.closed)}",
                right: "    list: {sort: [name]}\n    hooks: {before_update: required, problems: \(Self.closed)}")
        case .hookPassedOver:
            .appending(wrong: Self.notes("cascade"), right: Self.notes("restrict"), to: ExampleSpec.people)
        default: nil
        }
    }

    private static func notes(_ rule: String) -> String {
        """
          topic:
            table: topics
            path: /topics
            key: id
            allow: {read: user, create: admin, delete: admin}
            fields:
              id: {type: uuid, unique: true, immutable: true, read: user}
          note:
            table: notes
            path: /notes
            key: id
            allow: {read: user, create: admin, delete: admin}
            fields:
              id: {type: uuid, unique: true, immutable: true, read: user}
              topic: {type: uuid, ref: topic, on_delete: \(rule), read: user, write: admin}
            hooks: {before_delete: optional}

        """
    }

    private static let closed = "{closed: {status: 409, title: The account is closed.}}"

    private static func noCard(_ operation: String, _ status: Int) -> String {
        call(operation, "no_card: {status: \(status),")
    }

    private static func problems(_ wrong: String, _ right: String) -> ExampleSpec {
        .appending(wrong: call("card", wrong), right: call("card", right), to: states)
    }

    private static func call(_ name: String, _ problem: String) -> String {
        "  \(name): {on: profile, allow: self, handler: required, problems: {\(problem) title: There is no card.}}}\n"
    }

    private static func hasBio(_ readers: String) -> String {
        "read: {visibility: bio}, write: self}\n"
            + "      has_bio: {type: computed, of: bool, value: bio is not null, read: \(readers)}\n"
    }

    private static func moves(_ piece: String, _ mistake: String) -> ExampleSpec {
        .replacing(piece, with: mistake, in: states)
    }

    /// The good spec with moves of its state.
    private static let states =
        ExampleSpec.replacing("read: user, write: admin}", with: "read: user, write: none}").wrong + """
            operations:
              suspend: {on: profile, from: active, to: suspended, allow: admin}
              reactivate: {on: profile, from: suspended, to: active, allow: admin}

            """
}

extension ExampleSpec {
    /// The same with one more piece of the wrong one spoiled.
    fileprivate func spoiled(_ piece: String, _ mistake: String) -> ExampleSpec {
        ExampleSpec(wrong: ExampleSpec.replacing(piece, with: mistake, in: wrong).wrong, right: right)
    }
}
