extension DiagnosticCode {
    /// 300–399: the parts do not fit together.
    var exampleOfMeaning: ExampleSpec? {
        switch self {
        case .unknownRole: .replacing("write: admin", with: "write: admn")
        case .readByNobody:
            .field(
                wrong: "note: {type: text, optional: true, write: admin}",
                right: "note: {type: text, optional: true, read: admin, write: admin}")
        case .askedButUnreadable:
            .field(
                wrong: "note: {type: string, length: ..200, optional: true, read: none, write: admin, filter: [eq]}",
                right: "note: {type: string, length: ..200, optional: true, read: admin, write: admin, filter: [eq]}")
        case .unknownField:
            .replacing("list: {sort: [name]}", with: "list: {sort: [nmae]}")
        case .nameUsedTwice:
            .field(
                wrong: "title: {type: string, column: name, optional: true, read: user}",
                right: "title: {type: string, column: title, optional: true, read: user}")
        case .reservedWord:
            .field(
                wrong: "order: {type: int, optional: true, read: user}",
                right: "order: {type: int, column: order_value, optional: true, read: user}")
        case .malformedName:
            .field(
                wrong: "displayName: {type: string, optional: true, read: user}",
                right: "display_name: {type: string, optional: true, read: user}")
        case .tooManyFields: Self.exampleOfTooMany
        case .defaultBreaksRule: .replacing("default: active", with: "default: activ")
        case .impossibleRange: .replacing("length: 1..100", with: "length: 100..1")
        case .enumerationValues:
            .replacing("of: [active, suspended]", with: "of: [active, suspended, active]")
        case .ruleNeedsOtherType:
            .field(
                wrong: "age: {type: int, length: 1..3, optional: true, read: user}",
                right: "age: {type: int, min: 0, max: 150, optional: true, read: user}")
        case .visibilityMismatch:
            .replacing("defaults: {bio: user}", with: "defaults: {bio: everyone}", in: ExampleSpec.choices)
        case .undeclaredVisibility:
            .replacing("read: {visibility: bio}", with: "read: {visibility: about}", in: ExampleSpec.choices)
        case .sortNotDeclared: .replacing("list: {sort: [name]}", with: "list: {sort: [name, -status]}")
        case .routesClash:
            .appending(
                wrong: Self.team.replacingPath("/users"), right: Self.team.replacingPath("/teams"))
        case .keyField: .replacing("unique: true, immutable: true", with: "unique: true")
        case .unknownResource: .replacing("one_per: profile", with: "one_per: profil", in: ExampleSpec.choices)
        case .operationWithoutRoute: .replacing("    list: {sort: [name]}\n", with: "")
        case .pattern:
            .replacing(
                "length: 1..100", wrong: "length: 1..100, pattern: '^(?=[a-z])'",
                right: "length: 1..100, pattern: '^[a-z]'")
        case .contradiction:
            .replacing("immutable: true, read: user", with: "immutable: true, read: user, write: admin")
        default: nil
        }
    }

    private static let team = """
          team:
            table: teams
            path: PATH
            key: team_id
            allow: {read: user}
            fields:
              team_id: {type: uuid, unique: true, immutable: true, read: user}

        """

    private static var exampleOfTooMany: ExampleSpec {
        let more = (1...22).map { "  editor_\($0): {claim: editor_\($0)}\n" }.joined()
        return .replacing(
            "  admin: {claim: admin}\n", wrong: "  admin: {claim: admin}\n" + more,
            right: "  admin: {claim: admin}\n  editor: {claim: editor}\n")
    }
}

extension String {
    fileprivate func replacingPath(_ path: String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasSuffix("path: PATH") ? $0.dropLast(4) + path : String($0) }.joined(separator: "\n")
    }
}
