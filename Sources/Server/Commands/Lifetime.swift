import ArgumentParser

/// A time span as people write it: `90s`, `30m`, `1h`, `7d`.
struct Lifetime: ExpressibleByArgument, Sendable {
    let duration: Duration

    init?(argument: String) {
        guard let span = TimeSpan.parse(argument), span >= .seconds(1) else { return nil }
        duration = span
    }

    var defaultValueDescription: String { "1h" }
}
