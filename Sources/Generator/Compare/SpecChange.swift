/// One way in which a contract differs from an older one.
package struct SpecChange: Equatable, Sendable {
    package let rule: CompareRule
    /// What has changed: `profile.bio`.
    package let subject: String
    /// A sentence: `profile.bio` is gone.
    package let message: String
    /// Where it stands, or stood, or the nearest thing around it.
    package let old: Place
    package let new: Place

    package struct Place: Equatable, Sendable, CustomStringConvertible {
        package let path: String
        package let mark: Mark

        package var description: String { "\(path):\(mark.line):\(mark.column)" }
    }
}
