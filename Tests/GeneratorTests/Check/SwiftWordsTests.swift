import Foundation
import Testing

@testable import Generator

@Suite("The names that generated Swift spells")
struct SwiftWordsTests {
    /// What the specs of the goldens name themselves.
    private static let own: Set<String> = [
        "Profile", "ProfilePatch", "ProfileRules", "Settings", "SettingsPatch", "SettingsRules", "Person",
        "PersonPatch",
        "PersonRules", "Preferences", "PreferencesPatch", "PreferencesRules", "Team", "TeamPatch", "TeamRules",
        "TeamPrivate", "TeamPrivatePatch", "TeamPrivateRules", "Status", "Size", "Rank", "TypeChoice", "RowChoice",
        "NotificationPreferences", "UiPreferences", "PrivacySettings", "Privacy", "Section", "CustomerTier", "Tier",
        "Desk", "DeskPatch", "DeskRules", "Author", "AuthorPatch", "AuthorRules", "Book", "BookPatch", "BookRules",
        "Loan", "LoanPatch", "LoanRules",
        "SuspendInput", "SuspendInputRules", "DeactivateInput", "DeactivateInputRules", "LiftInput", "LiftInputRules",
        "ArchiveInput", "ArchiveInputRules", "Kind", "Half", "State", "Stage",
        "VcardOutput", "CountAllOutput", "DefaultInput", "DefaultInputRules", "DefaultRefusal", "ShutInput",
        "ShutInputRules", "ClearInput", "ClearInputRules", "ClearOutput", "Lock",
        "IntroduceRefusal", "IntroduceInput", "IntroduceInputRules",
        "IntroduceOutput", "ProfileBeforeUpdate", "ProfileAfterCommit", "PersonBeforeCreate", "PersonBeforeUpdate",
        "PersonAfterCommit", "TeamBeforeUpdate",
        "TeamBeforeDelete", "ProfileBeforeCreate", "CheckNameInput", "CheckNameInputRules", "CheckNameOutput",
    ]

    @Test("no resource and no enum can take a type that the files name", arguments: GeneratedFile.names)
    func spelled(name: String) throws {
        for folder in [".", "Everything", "Library"] {
            let golden = Fixture.goldens.appending(path: "\(folder)/\(name).golden")
            let names = Self.types(in: try String(contentsOf: golden, encoding: .utf8))
            let unlisted = names.subtracting(SwiftWords.spelled).subtracting(Self.own)
            #expect(unlisted.sorted() == [], "add them to SwiftWords.spelled")
        }
    }

    /// The words that begin with a capital, outside of comments and literals, and are no members (`.Touch`) and no names in
    /// backticks.
    private static func types(in text: String) -> Set<String> {
        var code = text
        for pattern in [
            #"(#+)\"\"\"(?s:.*?)\"\"\"\1"#, #"//[^\n]*"#, #"(#+)\".*?\"\1"#, #"\"(\\.|[^\"\\])*\""#, "`[^`]*`",
        ] {
            code = code.replacingOccurrences(of: pattern, with: "\"\"", options: .regularExpression)
        }
        var names: Set<String> = []
        for match in code.matches(of: /(^|[^.\w])([A-Z]\w*)/) { names.insert(String(match.output.2)) }
        return names
    }
}
