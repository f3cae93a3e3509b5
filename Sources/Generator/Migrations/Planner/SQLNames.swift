/// Names of columns within SQL of our own making, told apart from the text within quotes.
enum SQLNames {
    static func mentions(_ name: String, in sql: String) -> Bool {
        replacing([name: name + "_"], in: sql) != sql
    }

    /// Each whole name that is a key, outside of quotes, by its value.
    static func replacing(_ names: [String: String], in sql: String) -> String {
        var result = ""
        var word = ""
        var isQuoted = false
        func replaced() -> String { isQuoted ? word : names[word] ?? word }
        for scalar in sql.unicodeScalars {
            if scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                word.unicodeScalars.append(scalar)
                continue
            }
            result += replaced()
            word = ""
            if scalar == "'" { isQuoted.toggle() }
            result.unicodeScalars.append(scalar)
        }
        return result + replaced()
    }
}
