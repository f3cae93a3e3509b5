/// A mistake of the person at the terminal, or of the machine, in a sentence that says what to do.
struct CommandError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
