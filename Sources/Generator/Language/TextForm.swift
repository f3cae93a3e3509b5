/// A form that texts of a spec have: in words for the docs, and as a pattern for editors (ECMA 262).
package struct TextForm: Sendable {
    package let words: String
    package let pattern: String
    /// The types beside `string` that YAML takes such a text for: `length: 5` is an `integer`.
    package let others: [String]

    init(_ words: String, _ pattern: String, others: [String] = []) {
        self.words = words
        self.pattern = pattern
        self.others = others
    }

    /// What Swift, Postgres and JSON all take as it is, without quotes.
    static let name = TextForm("name", "^\(word)$")
    /// Of a function by hand; Swift spells it `displayInitials`.
    static let function = TextForm("function", "^\(word)$")
    /// `name` or `schema.name`
    static let table = TextForm("table", #"^(\#(word)\.)?\#(word)$"#)
    static let path = TextForm("path", "^\(segments)$")
    /// A path, or nothing.
    static let base = TextForm("path, or empty", "^(\(segments))?$")
    /// The path of a resource, or one below another's records.
    static let resourcePath = TextForm("path", #"^\#(segments)(/\{id\}/[^/]+)?$"#)
    /// A field, or `-` and a field.
    static let order = TextForm("field, or `-field`", "^-?\(word)$")
    /// `SECTION.KEY`
    static let setting = TextForm("`SECTION.KEY`", #"^[^.]+\.[^.]+$"#)
    /// `1..100`, `..2000`, `3..` or `5`
    static let length = TextForm(
        "length", #"^(\#(count)(\.\.(\#(count))?)?|\.\.\#(count))$"#, others: ["integer"])
    /// `60s`, `30d`
    static let duration = TextForm("duration", "^\(count)[smhd]$")
    static let date = TextForm("date", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
    static let enumValue = TextForm("word", "^[A-Za-z0-9][A-Za-z0-9_.+:/-]{0,62}$", others: ["number", "boolean"])
    static let visibilityFields = TextForm("`RESOURCE.visibility`", #"^[^.]+\.visibility$"#)
    static let visibilityLevels = TextForm("`RESOURCE.visibility.levels`", #"^[^.]+\.visibility\.levels$"#)
    /// `8KB`
    static let size = TextForm("size", "^\(count)(B|KB|MB)$")
    /// `emails[primary].value`, `name.givenName`, maybe after the URN of an extension (RFC 7644 section 3.10).
    static let scimAttribute = TextForm(
        "SCIM attribute",
        #"^(urn:[A-Za-z0-9_.:-]+:)?[A-Za-z][A-Za-z0-9_-]*(\[[A-Za-z]+( eq "[^"]*")?\])?(\.[A-Za-z][A-Za-z0-9_-]*)?$"#)
    static let grouping = TextForm(
        "field, or `day(FIELD)`", #"^(\#(word)|(hour|day|week|month)\(\#(word)\))$"#)
    static let completion = TextForm("`RESOURCE.completion`", #"^\#(word)\.completion$"#)
    static let event = TextForm("`RESOURCE.EVENT`", #"^\#(word)\.\#(word)$"#)
    static let apiName = TextForm("name, maybe with `-`", "^[a-z][a-z0-9_-]{0,62}$")

    private static let word = "[a-z][a-z0-9_]{0,62}"
    private static let count = "(0|[1-9][0-9]*)"
    /// Segments of unreserved characters (RFC 3986 section 2.3).
    private static let segments = #"(/(\.?[A-Za-z0-9_~-]|\.\.[A-Za-z0-9._~-])[A-Za-z0-9._~-]*)+"#
}
