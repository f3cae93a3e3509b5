extension Contract {
    package struct RemovedField: Equatable, Sendable {
        package var name: String
        package var column: String
        /// A date `YYYY-MM-DD`.
        package var since: String
    }

    package struct RemovedResource: Equatable, Sendable {
        package var name: String
        package var table: String
        /// A date `YYYY-MM-DD`.
        package var since: String
    }

    /// What clients are told about a field that they should no longer use.
    package struct Deprecation: Equatable, Sendable {
        /// Dates `YYYY-MM-DD`.
        package var since: String?
        package var sunset: String?
        /// The field to use instead.
        package var use: String?

        /// `Deprecated since 2026-11-01, gone on 2027-11-01: use display_name.`
        package var sentence: String {
            var text = "Deprecated"
            if let since { text += " since \(since)" }
            if let sunset { text += ", gone on \(sunset)" }
            if let use { text += ": use `\(use)`" }
            return text + "."
        }
    }
}

extension Contract.Field {
    /// The description, and what is to be known about the field beside it.
    package var documentation: String? {
        guard let deprecation else { return description }
        guard let description else { return deprecation.sentence }
        return description + "\n\n" + deprecation.sentence
    }
}
