import NIOCore

/// Metrics as Prometheus reads them: the text format 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format).
///
/// A histogram's buckets are cumulated and in seconds, and its `_count` is its last bucket, whatever was recorded between
/// two reads. A family without a series is left out.
package enum PrometheusText {
    package static func render(_ families: [MetricFamily]) -> ByteBuffer {
        var out = ByteBuffer()
        out.reserveCapacity(families.reduce(0) { $0 + 256 + $1.samples.count * 96 })
        for family in families where !family.samples.isEmpty {
            out.writeString("# HELP \(family.name) \(escaped(help: family.help))\n")
            out.writeString("# TYPE \(family.name) \(family.kind.rawValue)\n")
            for sample in family.samples { write(sample, of: family.name, to: &out) }
        }
        return out
    }

    private static func write(_ sample: MetricFamily.Sample, of name: String, to out: inout ByteBuffer) {
        let labels = sample.labels.map { "\($0.name)=\"\(escaped(label: $0.value))\"" }
        switch sample.value {
        case .count(let count): line(name, labels, "\(count)", to: &out)
        case .level(let level): line(name, labels, "\(level)", to: &out)
        case .real(let number): line(name, labels, text(number), to: &out)
        case .histogram(let buckets, let sum):
            var cumulated: UInt64 = 0
            for (index, count) in buckets.enumerated() {
                cumulated &+= count
                let isLast = index == Histogram.bounds.count
                let bound = isLast ? "+Inf" : seconds(microseconds: UInt64(Histogram.bounds[index]))
                line(name + "_bucket", labels + ["le=\"\(bound)\""], "\(cumulated)", to: &out)
            }
            line(name + "_sum", labels, seconds(microseconds: sum), to: &out)
            line(name + "_count", labels, "\(cumulated)", to: &out)
        }
    }

    private static func line(_ name: String, _ labels: [String], _ value: String, to out: inout ByteBuffer) {
        out.writeString(name)
        if !labels.isEmpty { out.writeString("{\(labels.joined(separator: ","))}") }
        out.writeString(" \(value)\n")
    }

    /// Exact, which a `Double` of seconds would not be: `0.00005`, `2.5`, `1`.
    static func seconds(microseconds: UInt64) -> String {
        let (whole, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        guard rest > 0 else { return "\(whole)" }
        let digits = String(rest)
        let fraction = String(repeating: "0", count: 6 - digits.count) + digits
        return "\(whole)." + fraction[...fraction.lastIndex(where: { $0 != "0" })!]  // There is one: rest is not 0.
    }

    /// The spelling of Go's ParseFloat, which the format asks for.
    private static func text(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: number).map(String.init) ?? "\(number)"
    }

    private static func escaped(help: String) -> String {
        escaped(help.utf8, quotes: false)
    }

    private static func escaped(label value: String) -> String {
        escaped(value.utf8, quotes: true)
    }

    private static func escaped(_ text: String.UTF8View, quotes: Bool) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for byte in text {
            switch byte {
            case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
            case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case UInt8(ascii: "\"") where quotes: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension PrometheusText {
    /// Traps when a name is none of the format's: they are written in our code, never made from what comes in.
    static func check(name: String, labels: Metrics.Labels) {
        precondition(isName(name, colons: true), "\(name) is no name of a metric")
        for label in labels {
            precondition(
                isName(label.name, colons: false) && !label.name.hasPrefix("__") && label.name != "le",
                "\(label.name) is no name of a label")
        }
    }

    private static func isName(_ name: String, colons: Bool) -> Bool {
        guard let first = name.utf8.first, !isDigit(first) else { return false }
        return name.utf8.allSatisfy { byte in
            isDigit(byte) || byte == UInt8(ascii: "_") || colons && byte == UInt8(ascii: ":")
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
