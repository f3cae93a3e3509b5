/// Words of other languages for schemas, and what is written here instead: whoever comes from there is told so.
enum ForeignWords {
    /// What to write instead of a key that a map does not have; `nil` when nothing is known about it.
    static func help(forKey word: String, among keys: [String]) -> String? {
        // `{type:string}`: YAML takes it for one word.
        if let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")), keys.contains(String(word[..<colon])) {
            let value = word[word.utf8.index(after: colon)...]
            return "put a space after the colon: `\(word[..<colon]): \(Words.shown(String(value)))`"
        }
        if let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")), keys.contains(String(word[..<equals])) {
            return "write `\(word[..<equals]): …`: a key and its value are parted by `: `"
        }
        guard let meant = keyWords.first(where: { $0.words.contains(plain(word)) }) else { return nil }
        return keys.contains(meant.key) ? meant.help : nil
    }

    /// The type that another language calls `word`.
    static func type(_ word: String) -> String? {
        let bare = plain(String(word.prefix { $0 != "(" && $0 != "[" }))
        return types.first { $0.words.contains(bare) }?.type
    }

    /// The word of a few that another language calls `word`.
    static func value(_ word: String, among words: [String]) -> String? {
        let meant = values.first { $0.words.contains(plain(word)) }?.word
        return meant.flatMap { words.contains($0) ? $0 : nil }
    }

    private static let values: [(words: Set<String>, word: String)] = [
        (["equals", "equal", "==", "="], "eq"), (["notequals", "notequal", "!=", "neq"], "ne"),
        (["contains", "like", "ilike", "includes"], "co"), (["startswith", "prefix", "beginswith"], "sw"),
        (["endswith", "suffix"], "ew"), (["greaterthan", ">"], "gt"), (["gte", ">="], "ge"),
        (["lessthan", "<"], "lt"), (["lte", "<="], "le"), (["present", "exists", "notnull"], "pr"),
        (["lowercase", "downcase", "tolower"], "lower"), (["strip"], "trim"), (["unicode", "nfkc"], "nfc"),
    ]

    /// `maxLength`, `max-length` and `max_length` are one word.
    private static func plain(_ word: String) -> String {
        word.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    }

    private static let types: [(words: Set<String>, type: String)] = [
        (["varchar", "char", "str", "character", "varying"], "string"),
        (["longtext", "clob", "markdown", "html"], "text"),
        (["integer", "bigint", "smallint", "int32", "int64", "long", "short", "number"], "int"),
        (["numeric", "float", "double", "real", "money", "float64", "currency"], "decimal"),
        (["boolean", "flag"], "bool"), (["timestamp", "timestamptz", "instant"], "datetime"),
        (["guid"], "uuid"), (["jsonb", "object", "struct"], "json"), (["dictionary", "dict", "hash"], "map"),
        (["array", "collection"], "list"), (["choice", "select", "enumeration"], "enum"),
        (["bigserial", "autoincrement", "identity"], "serial"),
        (["uri", "link", "href"], "url"), (["mail"], "email"), (["tel", "telephone"], "phone"),
        (["locale"], "language"), (["tz"], "timezone"),
    ]

    private static let keyWords: [(words: Set<String>, key: String, help: String)] = [
        (["required", "mandatory", "notnull"], "optional", "leave it out: what is not `optional: true` is required"),
        (["nullable", "null", "allownull"], "optional", "write `optional: true`"),
        (["maxlength", "maxlen", "size", "limit", "minlength", "minlen"], "length", "write `length: 1..100`"),
        (["minimum", "gte"], "min", "write `min`"), (["maximum", "lte"], "max", "write `max`"),
        (["values", "enum", "choices", "options", "oneof"], "of", "write `type: enum, of: [first, second]`"),
        (["regex", "regexp", "match", "matches"], "pattern", "write `pattern`"),
        (["normalize", "transform"], "normalise", "write `normalise`"),
        (["readonly", "editable"], "write", "write `write: none`, or name the roles that may"),
        (["hidden", "private", "exposed"], "internal", "write `internal: true`"),
        (["reference", "references", "foreignkey", "fk", "belongsto"], "ref", "write `ref: identity`"),
        (["sortable", "orderable"], "sort", "write `sort: true`"),
        (["filterable", "filters", "queryable"], "filter", "write `filter: [eq]`"),
        (["searchable", "fulltext"], "search", "write `search: A`"),
        (["pii", "gdpr", "sensitive"], "personal", "write `personal: contact`, or another kind"),
        (["defaultvalue", "initial"], "default", "write `default`"),
        (["desc", "comment", "title", "doc", "summary"], "description", "write `description`"),
        (["readers", "canread", "visibleto"], "read", "write `read: ROLE`"),
        (["writers", "canwrite"], "write", "write `write: ROLE`"),
        (["caching", "cached", "caches"], "cache", "write `cache: {ttl: 60s}`"),
        (["columns", "properties", "attributes"], "fields", "write `fields`"),
        (["permissions", "access", "acl", "policies", "authorization"], "allow", "write `allow: {read: ROLE}`"),
        (["url", "route", "endpoint"], "path", "write `path: /users`"),
        (["primarykey", "pk", "id"], "key", "write `key: FIELD`"),
        (["tablename"], "table", "write `table`"),
        (["etag", "rowversion", "optimisticlock"], "version", "write `version: COLUMN`"),
        (["orderby", "order", "ordering"], "sort", "write `sort: [FIELD]`"),
        (["pagination", "paging", "pagesize"], "page", "write `page: {default: 25, max: 200}`"),
        (["expires", "expiry", "maxage", "timeout"], "ttl", "write `ttl: 60s`"),
        (["entities", "models", "tables"], "resources", "write `resources`"),
        (["edition", "openapi", "swagger"], "spec", "write `spec: 1`"), (["auth"], "identity", "write `identity`"),
        (["scope", "role", "group", "permission"], "claim", "write `claim: WORD`"),
        (["condition", "if", "rule"], "when", "write `when: actor.id == record.FIELD`"),
        (["add", "insert", "post"], "create", "write `create`"), (["get", "view", "show"], "read", "write `read`"),
        (["edit", "modify", "put", "patch"], "update", "write `update`"),
        (["remove", "destroy"], "delete", "write `delete`"), (["index", "all"], "list", "write `list`"),
        (["basepath", "prefix"], "base", "write `base: /api`"),
    ]
}
