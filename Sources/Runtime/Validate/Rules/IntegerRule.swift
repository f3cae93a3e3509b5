/// What an integer must be.
package struct IntegerRule: Sendable {
    package let minimum: Int64
    package let maximum: Int64
    package let nullable: Bool

    package init(minimum: Int64 = .min, maximum: Int64 = .max, nullable: Bool = false) {
        precondition(minimum <= maximum, "an integer's bounds are in order")
        self.minimum = minimum
        self.maximum = maximum
        self.nullable = nullable
    }
}

extension IntegerRule {
    func check(_ number: JSONNumber) throws(Finding) -> Int64 {
        switch number.integer {
        case .fraction: throw Finding(.wrongType, "must be an integer")
        case .tooSmall: throw tooSmall
        case .tooLarge: throw tooLarge
        case .exact(let value): return try check(value: value)
        }
    }

    func check(value: Int64) throws(Finding) -> Int64 {
        if value < minimum { throw tooSmall }
        if value > maximum { throw tooLarge }
        return value
    }

    private var tooSmall: Finding {
        Finding(.tooSmall, "must be at least \(minimum)", limit: minimum)
    }

    private var tooLarge: Finding {
        Finding(.tooLarge, "must be at most \(maximum)", limit: maximum)
    }
}
