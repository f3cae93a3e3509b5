/// How the values of one column type become those of another.
enum TypeChange: Equatable {
    /// Each value stays as it is stored, so the change is one of the catalogue.
    case relabel
    /// Each value is made anew. `misfit` holds for a row whose value has no counterpart; `nil` where all have.
    case convert(value: String, misfit: String?)

    /// `nil` where it can't be done without a guess.
    static func of(_ old: String, _ new: String, column: String) -> TypeChange? {
        if let length = length(of: new) {
            if let former = self.length(of: old), former <= length { return .relabel }
            if old == "TEXT" || self.length(of: old) != nil {
                return .convert(value: "\(column)::\(new)", misfit: "char_length(\(column)) > \(length)")
            }
        }
        if new == "TEXT" {
            if length(of: old) != nil { return .relabel }
            return ["JSONB", "SERIAL"].contains(old) ? nil : .convert(value: "\(column)::text", misfit: nil)
        }
        return number(old, new, column) ?? calendar(old, new, column) ?? word(old, new, column)
    }

    private static func number(_ old: String, _ new: String, _ column: String) -> TypeChange? {
        let value = "\(column)::\(new)"
        if let (precision, scale) = digits(of: new), old == "BIGINT" || digits(of: old) != nil {
            let limit = "1" + String(repeating: "0", count: precision - scale)
            let misfit = "round(\(column)::numeric, \(scale)) <> \(column) OR abs(\(column)::numeric) >= \(limit)"
            return .convert(value: value, misfit: misfit)
        }
        if new == "BIGINT", digits(of: old) != nil {
            let misfit = "trunc(\(column)) <> \(column) OR abs(\(column)) >= 9223372036854775807"
            return .convert(value: value, misfit: misfit)
        }
        return nil
    }

    private static func calendar(_ old: String, _ new: String, _ column: String) -> TypeChange? {
        switch (old, new) {
        case ("DATE", "TIMESTAMPTZ"):
            return .convert(value: "\(column)::timestamp AT TIME ZONE 'UTC'", misfit: nil)
        case ("TIMESTAMPTZ", "DATE"):
            let misfit = "date_trunc('day', \(column) AT TIME ZONE 'UTC') <> \(column) AT TIME ZONE 'UTC'"
            return .convert(value: "(\(column) AT TIME ZONE 'UTC')::date", misfit: misfit)
        default: return nil
        }
    }

    /// From text, where a pattern tells which values have a counterpart.
    private static func word(_ old: String, _ new: String, _ column: String) -> TypeChange? {
        guard old == "TEXT" || length(of: old) != nil else { return nil }
        let pattern: String
        switch new {
        case "BIGINT": pattern = "^-?[0-9]{1,18}$"
        case "BOOLEAN": pattern = "^(true|false)$"
        case "UUID": pattern = "^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$"
        default: return nil
        }
        return .convert(value: "\(column)::\(new)", misfit: "\(column) !~ '\(pattern)'")
    }

    private static func length(of type: String) -> Int? {
        guard type.hasPrefix("VARCHAR("), type.hasSuffix(")") else { return nil }
        return Int(type.dropFirst(8).dropLast())
    }

    private static func digits(of type: String) -> (precision: Int, scale: Int)? {
        guard type.hasPrefix("NUMERIC("), type.hasSuffix(")") else { return nil }
        let numbers = type.dropFirst(8).dropLast().split(separator: ",").compactMap { Int($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
}
