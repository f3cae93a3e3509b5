import Foundation

/// Settings from the environment; an empty value is as good as none.
struct Environment: Sendable {
    private let values: [String: String]

    init(_ values: [String: String] = ProcessInfo.processInfo.environment) {
        self.values = values
    }

    /// Of the variables that have a value.
    var names: [String] { values.filter { !$0.value.isEmpty }.map(\.key) }

    subscript(_ name: String) -> String? {
        values[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The value of a setting that cannot be done without.
    func require(_ name: String, for purpose: String) throws -> String {
        if let value = self[name] { return value }
        throw CommandError(
            "\(name) is not set, and \(purpose) needs it. For a private database run `roster dev` instead.")
    }
}
