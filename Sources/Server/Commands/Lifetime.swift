import ArgumentParser

/// A time span as people write it: `90s`, `30m`, `1h`, `7d`.
struct Lifetime: ExpressibleByArgument, Sendable {
    let duration: Duration

    init?(argument: String) {
        let seconds: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        guard let unit = argument.last.flatMap({ seconds[$0] }), let count = Int64(argument.dropLast()), count > 0,
            count <= 315_360_000 / unit
        else { return nil }
        duration = .seconds(count * unit)
    }

    var defaultValueDescription: String { "1h" }
}
