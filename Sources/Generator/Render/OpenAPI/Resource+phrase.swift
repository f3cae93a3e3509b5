/// How people are told of a resource's records.
extension Contract.Resource {
    /// One of its records: `a profile`, `an author`; `the settings of a profile` where each has but one.
    var phrase: String {
        onePer.map { "the \(words(name)) of \(withArticle($0))" } ?? withArticle(name)
    }

    private func withArticle(_ name: String) -> String {
        let words = words(name)
        return (words.first.map("aeiou".contains) == true ? "an " : "a ") + words
    }

    private func words(_ name: String) -> String { name.split(separator: "_").joined(separator: " ") }
}
