extension Spec {
    /// A word of the language that is not served yet, and what it names of the rest of the spec.
    package struct Planned: Equatable, Sendable {
        package enum Mention: Equatable, Sendable {
            case roles(AccessList)
            case field(FieldMention)
            case resource(Located<String>)
            /// A role that those of the list may give others.
            case granted(Located<String>, by: AccessList)
            /// `RESOURCE.EVENT`, told to the roles of the list.
            case event(Located<String>, to: AccessList)
            /// Every event that there is, told to the roles of the list.
            case everyEvent(to: AccessList)
        }

        /// A field that is shown to the audience of an event, a file or a figure, or set by it.
        package struct FieldMention: Equatable, Sendable {
            package enum Use: Equatable, Sendable {
                case shown, set
                /// Values of the field are labels of figures.
                case grouped
            }

            package var name: Located<String>
            package var use: Use
            /// The resource that is named beside it; `nil` for the one that the word stands in.
            package var resource: Located<String>?
            /// The event, file or figure that names it.
            package var entry: Located<String>?
            /// `nil` where nobody is shown anything, as in an index.
            package var audience: AccessList?
        }

        package var word: Located<String>
        /// The resource that it is said of; `nil` for the spec as a whole.
        package var resource: Located<String>?
        package var mentions: [Mention]
    }

    /// `mask: {for: support, as: last}`
    package struct Mask: Equatable, Sendable {
        package var audience: AccessList
        package var form: Located<String>
    }

    /// `encrypt: true`, or `{lookup: eq}`
    package struct Encryption: Equatable, Sendable {
        /// Whether records are found by the whole value.
        package var hasLookup: Bool
    }

    /// One entry of `imports:`.
    package struct Import: Equatable, Sendable {
        /// `create`, `update` or `upsert`.
        package var mode: Located<String>
        package var resource: Located<String>
        /// Whether it says what a line does to a record that has changed since.
        package var saysVersions: Bool
        /// The field by which a record is found.
        package var match: Located<String>?
    }
}
