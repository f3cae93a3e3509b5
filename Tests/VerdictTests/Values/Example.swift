@testable import Generator

/// A value that keeps all rules.
enum Example {
    /// As JSON text; `nil` where a pattern of the spec leaves none to be guessed.
    static func json(_ type: Contract.FieldType) -> String? { ExampleMaker.value(type).map { $0.text() } }
}
