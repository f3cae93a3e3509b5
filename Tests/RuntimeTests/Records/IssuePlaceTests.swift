import Testing

@testable import Runtime

@Suite("Places of issues")
struct IssuePlaceTests {
    @Test(
        "those at a place and below it move with it, by whole names",
        arguments: [
            ("/ui", "/ui", "", ""), ("/ui/theme", "/ui", "", "/theme"),
            ("/ui_preferences", "/ui", "", "/ui_preferences"), ("/ui/theme", "", "", "/ui/theme"), ("", "/ui", "", ""),
            ("/theme/0", "/theme", "/look", "/look/0"),
            ("/themes", "/theme", "/look", "/themes"), ("/theme\u{301}", "/theme", "/look", "/theme\u{301}"),
            ("page", "/page", "", "page"),
        ])
    func moved(pointer: String, place: String, other: String, expected: String) {
        var issue = Runtime.Issue(pointer: pointer, code: "odd", message: "is odd")
        issue.move(from: place, to: other)
        #expect(issue.pointer == expected)
    }

    @Test("a section's issues are told from it, by hooks and by Postgres")
    func sections() {
        let issues = ["/ui/theme", "/ui_preferences"].map { Runtime.Issue(pointer: $0, code: "odd", message: "is odd") }
        #expect(Problem.validation(issues, below: "/ui").issues.map(\.pointer) == ["/theme", "/ui_preferences"])
        for (field, expected) in [("/ui", ""), ("/ui_preferences", "/ui_preferences")] {
            let problem = Problem(
                .server(sqlstate: "23514", constraint: "c", table: nil, column: nil),
                meanings: [ConstraintMeaning("c", .invalid, pointer: field)], root: "/ui")
            #expect(problem?.issues.map(\.pointer) == [expected])
        }
    }
}
