import Generator
import TestSupport

extension ValueMaker {
    /// Numbers of JSON that are zero, whole or huge in other words than usual.
    private static let spellings = [
        "0", "-0", "-0.0", "0e9", "0.0e-400", "1.0", "1e0", "10e-1", "0.1e1", "1.5", "1e400", "-1e400", "1e-400",
        "1e1000000",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
        "9.223372036854775807e18", "100000000000000000000e-18", "12345678901234567890123456789", "0.30000000000000004",
    ]

    mutating func integer(_ minimum: Int?, _ maximum: Int?) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: pick(Self.spellings)
        case 1: String(Int64.random(in: .min ... .max, using: &random))
        default: String(Int.random(in: (minimum ?? -9) &- 2...(maximum ?? 9) &+ 2, using: &random))
        }
    }

    func integerEdges(_ minimum: Int?, _ maximum: Int?) -> [String] {
        let bounds = [minimum, maximum].compactMap(\.self).flatMap { [$0 &- 1, $0, $0 &+ 1] }
        return Self.spellings + bounds.flatMap { ["\($0)", "\($0).0", "\($0).5", "\($0)e0"] }
    }

    mutating func decimal(_ precision: Int, _ scale: Int, _ bounds: [String]) -> String {
        if random.oneIn(4) { return pick(Self.spellings) }
        let whole = Int.random(in: 0...(precision - scale + 1), using: &random)
        let fraction = Int.random(in: 0...(scale + 1), using: &random)
        var number = (random.oneIn(3) ? "-" : "") + digits(whole)
        if fraction > 0 { number += "." + digits(fraction, leading: true) }
        return random.oneIn(6) ? number + pick(["e0", "e-1", "E+1", "e2"]) : number
    }

    func decimalEdges(_ precision: Int, _ scale: Int, _ bounds: [String]) -> [String] {
        let nines = String(repeating: "9", count: precision - scale)
        let small = "0." + String(repeating: "0", count: max(scale - 1, 0)) + "1"
        let around = bounds.flatMap { bound in
            let point = bound.contains(".") ? "" : "."
            return [bound, bound + point + "0", bound + point + "01", bound + point + "000000000", bound + "e0"]
        }
        return Self.spellings + around
            + [
                nines, nines + "9", "-" + nines, nines + ".9999999", nines + ".0", small, small + "1", "-" + small,
                small + "000",
            ]
    }

    private mutating func digits(_ count: Int, leading: Bool = false) -> String {
        guard count > 0 else { return "0" }
        var text = leading ? "" : String(Int.random(in: 1...9, using: &random))
        while text.count < count { text += String(Int.random(in: 0...9, using: &random)) }
        return text
    }
}
