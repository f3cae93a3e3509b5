/// The address holds a password: whoever prints a configuration sees where it leads, and no more.
extension PostgresConfiguration: CustomStringConvertible, CustomReflectable {
    package var description: String { "Postgres at \(Secret(url).redactedURL)" }
    package var customMirror: Mirror { Mirror(self, children: ["url": Secret(url).redactedURL]) }
}
