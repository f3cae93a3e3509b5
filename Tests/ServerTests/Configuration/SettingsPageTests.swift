import Foundation
import Testing

@testable import Server

@Suite("The settings' page")
struct SettingsPageTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../docs/configuration.md").standardizedFileURL

    /// `ROSTER_UPDATE_GOLDENS=1 swift test --filter SettingsPageTests` writes it anew.
    @Test("docs/configuration.md is what `roster config --markdown` prints")
    func markdown() throws {
        if ProcessInfo.processInfo.environment["ROSTER_UPDATE_GOLDENS"] == "1" {
            try SettingsPage.markdown.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(written == SettingsPage.markdown, "run `roster config --markdown > docs/configuration.md`")
    }

    @Test("each setting has a row in both pages")
    func rows() throws {
        let text = SettingsPage.text(try SettingsReader(Environment([:])))
        for setting in SettingsTable.settings {
            #expect(SettingsPage.markdown.contains("\n| `\(setting.name)` | "))
            #expect(text.contains("  \(setting.name) "))
        }
    }

    @Test("the page is the same on every machine")
    func machines() {
        // The number of cores is the one default that differs.
        #expect(
            SettingsPage.markdown.contains(
                "| `ROSTER_EVENT_LOOPS` | a whole number from 1 to 256 | one for each core |"))
    }
}
