/// An error of our own that tells the log what happened: names of the contract, never a value.
protocol LoggedFault: Error {
    /// Dotted names and what the log shows for them.
    var facts: [(name: String, value: String)] { get }
    /// What the client is told.
    var problem: Problem { get }
}
