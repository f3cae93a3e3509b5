import ArgumentParser

/// Why the tool could not do its work, though nothing is wrong with the spec, as a sentence and an exit code.
struct ToolFailure: Error, CustomStringConvertible {
    /// The codes of sysexits.h.
    enum Code: Int32 {
        case wrongData = 65
        case noInput = 66
        case cannotCreate = 73
    }

    let description: String
    let code: Code

    init(_ cause: any Error, _ code: Code) {
        self.init("\(cause)", code)
    }

    init(_ description: String, _ code: Code) {
        self.description = description
        self.code = code
    }
}
