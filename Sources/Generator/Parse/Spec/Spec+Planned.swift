extension Spec {
    /// A word of the language that is not served yet, and what it names of the rest of the spec.
    package struct Planned: Equatable, Sendable {
        package enum Mention: Equatable, Sendable {
            case roles(AccessList)
            case field(Located<String>)
            case resource(Located<String>)
        }

        package var word: Located<String>
        /// The resource that it is said of; `nil` for the spec as a whole.
        package var resource: Located<String>?
        package var mentions: [Mention]
    }
}
