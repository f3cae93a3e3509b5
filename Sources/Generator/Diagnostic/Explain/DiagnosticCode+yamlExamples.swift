extension DiagnosticCode {
    /// 100–199: the text is not the YAML of specs.
    var exampleOfYAML: ExampleSpec? {
        switch self {
        case .byteOrderMark: .replacing("spec: 1", with: "\u{FEFF}spec: 1")
        case .tab: .replacing("  profile:", with: "\tprofile:")
        case .forbiddenCharacter: .replacing("user: {token: true}", with: "user:\u{A0}{token:\u{85}true}")
        case .syntax: .replacing("base: /api", with: "base: \"/api")
        case .anchor:
            .replacing(
                "write: [self, admin], sort", wrong: "write: &writers [self, admin], sort",
                right: "write: [self, admin], sort")
        case .tag: .replacing("version: 2026-11-01", with: "version: !!str 2026-11-01")
        case .mergeKey:
            .field(
                wrong: "nickname: {<<: {type: string, optional: true}, read: user, write: self}",
                right: "nickname: {type: string, optional: true, read: user, write: self}")
        case .duplicateKey: .replacing("read: user, write: admin", with: "read: user, write: admin, read: admin")
        case .secondDocument:
            .appending(wrong: "---\n# what comes later\nspec: 1\n", right: "# what comes later\n")
        case .directive: .replacing("spec: 1", with: "%YAML 1.2\n---\nspec: 1")
        case .ambiguousBoolean: .replacing("sort: true", with: "sort: yes")
        case .tooDeep:
            .field(
                wrong:
                    "tags: {type: string, optional: true, read: user, default: "
                    + String(repeating: "[", count: 30) + String(repeating: "]", count: 30) + "}",
                right: "tags: {type: string, optional: true, read: user}")
        case .complexKey: .replacing("user: {token: true}", with: "[user, guest]: {token: true}")
        case .emptySpec: ExampleSpec(wrong: "# to be written\n", right: ExampleSpec.people)
        // A file that is not UTF-8 cannot be shown in one that is; the others are too long to be shown.
        default: nil
        }
    }
}
