import NIOCore
import Testing

@testable import Runtime

@Suite("Body reader")
struct BodyReaderTests {
    private static let everything = FieldMask(rawValue: .max)

    @Test("collects all issues of one body with their places")
    func allIssues() throws {
        let form = try Form.read(
            #"""
            {"nmae":1,"name":"","email":"x","age":1.5,"price":0.001,"level":"top","born":"2023-02-29","at":"now","id":"1",
             "active":1,"bio":"a\u0000b","quiet":{"from":"25:00","until":"1","x/y":{}},"status":"a","wake":"noon"}
            """#,
            .put, writable: Self.everything.subtracting(.status))
        #expect(
            form.issues.map { "\($0.pointer) \($0.code)" } == [
                "/nmae unknown_field", "/name too_short", "/email invalid_email", "/age wrong_type",
                "/price too_precise", "/level not_a_choice",
                "/born invalid_date", "/at invalid_timestamp", "/id invalid_uuid", "/active wrong_type",
                "/bio nul_not_allowed",
                "/quiet/from invalid_time", "/quiet/until unknown_field", "/quiet/x~1y unknown_field",
                "/quiet/to missing_field",
                "/status not_writable", "/wake invalid_time",
            ])
        #expect(form.issues[0].message == "is not known here; did you mean name?")
        #expect(form.issues[1].limit == 1)
        #expect(!form.issues.contains { $0.message.contains("top") || $0.message.contains("2023") })
    }

    @Test("tells absent, null and value apart", arguments: [BodyMode.create, .put, .patch])
    func threeStates(_ mode: BodyMode) throws {
        let form = try Form.read(#"{"name":" Ann ","bio":null}"#, mode)
        #expect(form.issues.isEmpty)
        #expect(form.name == .value("Ann"))
        #expect(form.bio == .null)
        #expect(form.age == .absent)
        #expect(form.present == [.name, .bio])
        let empty = try Form.read("{}", mode)
        #expect(empty.issues.map(\.code) == (mode == .patch ? [] : ["missing_field"]))
        #expect(try Form.read("{}", mode, writable: .bio).issues.isEmpty)
        #expect(try Form.read(#"{"name":null}"#, mode).issues.map(\.code) == ["null_not_allowed"])
    }

    @Test("reads every type")
    func types() throws {
        let form = try Form.read(
            #"""
            {"name":"n","age":13.0,"price":150e-2,"active":true,"level":"low","born":"2000-03-01","wake":"08:05",
             "at":"2000-01-01T00:00:00.5Z","id":"00000000-0000-0001-0000-0000000000AB","quiet":{"to":"23:00","from":"08:00"}}
            """#,
            .put)
        #expect(form.issues.isEmpty)
        #expect(form.age == .value(13))
        #expect(form.price == .value("1.5"))
        #expect(form.active == .value(true))
        #expect(form.level == .value("low"))
        #expect(form.born == .value(60))
        #expect(form.wake == .value(29_100_000_000))
        #expect(form.at == .value(500_000))
        #expect(form.id == .value(RecordID(high: 1, low: 0xAB)))
        #expect(form.quiet == .value(ByteBuffer(string: #"{"to":"23:00:00","from":"08:00:00"}"#)))
    }

    @Test("takes a JSON value whole in a PUT and in parts in a PATCH")
    func shapes() throws {
        let partial = #"{"name":"n","quiet":{"from":"08:00","note":null}}"#
        #expect(try Form.read(partial, .put).issues.map(\.pointer) == ["/quiet/to"])
        #expect(try Form.read(partial, .patch).quiet == .value(ByteBuffer(string: #"{"from":"08:00:00","note":null}"#)))
        let whole = #"{"name":"n","quiet":{"from":"08:00","to":"09:00","note":null}}"#
        #expect(try Form.read(whole, .put).quiet == .value(ByteBuffer(string: #"{"from":"08:00:00","to":"09:00:00"}"#)))
        #expect(try Form.read(#"{"quiet":{"from":null}}"#, .patch).issues.map(\.code) == ["null_not_allowed"])
        #expect(try Form.read(#"{"quiet":[]}"#, .patch).issues.map(\.code) == ["wrong_type"])
    }

    @Test("refuses a body that is no object, and says so at its root", arguments: ["[]", "1", "null", "\"a\""])
    func notAnObject(_ text: String) throws {
        let issues = try Form.read(text, .put).issues
        #expect(issues.map(\.pointer) == [""])
        #expect(issues.map(\.code) == ["wrong_type"])
    }

    @Test(
        "throws for what is no JSON",
        arguments: ["", "{", #"{"name":"a","name":"b"}"#, #"{"name":}"#, "{} x", #"{"x":[1,]}"#])
    func notJSON(_ text: String) {
        #expect(throws: JSONError.self) { try Form.read(text, .put) }
    }

    @Test("lists no more issues than its bound and then says that there are more")
    func bound() throws {
        let members = (0..<500).map { "\"x\($0)\":0" }.joined(separator: ",")
        let issues = try Form.read("{\(members)}", .patch).issues
        #expect(issues.count == 101)
        #expect(issues.last?.code == "too_many_issues")
        #expect(issues.last?.limit == 100)
    }

    @Test("reads a section as a merge patch")
    func sections() throws {
        let form = try Form.read(
            #"""
            {"name":"n","ui":{"theme":"dark","size":null,"hours":{"from":"08:00","to":"09:00"},"shown":{"bio":null,"email":"user"}}}
            """#,
            .put)
        #expect(form.issues.isEmpty)
        guard case .value(let section) = form.ui else { return #expect(Bool(false), "no section") }
        #expect(
            String(buffer: section.merge)
                == #"{"theme":"dark","size":null,"hours":{"from":"08:00:00","to":"09:00:00"},"shown":{"bio":null,"email":"user"}}"#
        )
        #expect(section.replaced == ["hours"])
        let patch = try Form.read(#"{"ui":{"hours":{"from":"08:00"}}}"#, .patch)
        guard case .value(let partial) = patch.ui else { return #expect(Bool(false), "no section") }
        #expect(String(buffer: partial.merge) == #"{"hours":{"from":"08:00:00"}}"#)
        #expect(partial.replaced.isEmpty)
        #expect(try Form.read(#"{"ui":null}"#, .patch).ui == .null)
        #expect(try Form.read(#"{"ui":{}}"#, .patch).ui.isPresent)
    }

    @Test("says what is wrong inside a section")
    func sectionIssues() throws {
        let form = try Form.read(
            #"{"name":"n","ui":{"thme":1,"theme":"pink","size":9,"shown":{"phone":"user","bio":"all"},"hours":{}},"bio":"ok"}"#,
            .put)
        #expect(
            form.issues.map { "\($0.pointer) \($0.code)" } == [
                "/ui/thme unknown_field", "/ui/theme not_a_choice", "/ui/size too_large",
                "/ui/shown/phone unknown_field", "/ui/shown/bio not_a_choice",
                "/ui/hours/from missing_field", "/ui/hours/to missing_field",
            ])
        #expect(form.ui == .absent)
        #expect(form.bio == .value("ok"))
        #expect(try Form.read(#"{"ui":3}"#, .patch).issues.map(\.pointer) == ["/ui"])
    }

    @Test("bounds lists and numbers of free JSON")
    func freeJSON() throws {
        #expect(try Form.read(#"{"tags":["a","b"]}"#, .patch).tags == .value(ByteBuffer(string: #"["a","b"]"#)))
        let issues = try Form.read(#"{"tags":["a",1,"c","d"]}"#, .patch).issues
        #expect(issues.map { "\($0.pointer) \($0.code)" } == ["/tags/1 wrong_type", "/tags too_many_items"])
        let free = try Form.read(#"{"free": {"a" : [1.50, 1e308, null, "\u0041"]} }"#, .patch)
        #expect(free.free == .value(ByteBuffer(string: #"{"a":[1.50,1e308,null,"A"]}"#)))
        #expect(try Form.read(#"{"free":1e401}"#, .patch).issues.map(\.code) == ["too_large"])
        #expect(try Form.read(#"{"free":{"\u0000":1}}"#, .patch).issues.map(\.code) == ["nul_not_allowed"])
    }
}
