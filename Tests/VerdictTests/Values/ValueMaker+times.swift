import Foundation
import TestSupport

extension ValueMaker {
    static let dates = [
        "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2026-11-23", "0000-01-01", "0001-01-01", "9999-12-31",
        "10000-01-01",
        "-0001-01-01", "1850-01-01", "2026-1-1", "20260101", "2026-W01-1", "2026-001", "infinity", "today", "epoch",
        "2026-01-01 BC", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-01T00:00:00Z", "2026-01-01\n",
        " 2026-01-01",
        "\u{FF12}026-01-01", "1582-10-10",
    ]

    static let times = [
        "08:05", "08:05:00", "08:05:00.25", "00:00", "23:59:59.999999", "23:59:59.9999999", "23:59:60", "24:00",
        "24:00:00",
        "08:05:00.1234567", "08:05:00.", "8:05", "08:60", "08:05Z", "08:05:00+01:00", "allballs", "now", "0805",
        "08:05 PM",
        "08:05\n", "08:05:00,5", "-08:05",
    ]

    static let instants = [
        "2026-11-23T08:05:00Z", "2026-11-23t08:05:00z", "2026-11-23 08:05:00Z", "2026-11-23T08:05:00.123456789+01:00",
        "2016-12-31T23:59:60Z", "2016-12-31T12:59:60Z", "2017-01-01T00:59:60+01:00", "2026-11-23T08:05:00",
        "2026-11-23T08:05Z",
        "2026-11-23T24:00:00Z", "0000-01-01T00:00:00Z", "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59.9999999Z",
        "9999-12-31T23:59:59-00:01", "10000-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-11-23T08:05:00+24:00",
        "2026-11-23T08:05:00+0100", "2026-11-23T08:05:00-00:00", "2026-11-23T08:05:00.Z", "infinity", "now",
        "1763885100",
        "2026-11-23T08:05:00Z\n", "2026-11-23T08:05:00 Europe/Berlin", "0001-01-01T00:00:00+01:00",
        "2026-11-23T08:05:00+23:59",
    ]

    static let uuids = [
        "6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f", "6F1C2D4E-8A3B-4C5D-9E6F-7A8B9C0D1E2F",
        "6f1c2d4e8a3b4c5d9e6f7a8b9c0d1e2f",
        "{6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f}", "urn:uuid:6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2",
        "6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2g", "6f1c-2d4e-8a3b-4c5d-9e6f-7a8b-9c0d-1e2f",
        "6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f\n",
        "6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f ", "6f1c2d4e_8a3b_4c5d_9e6f_7a8b9c0d1e2f",
    ]

    private static let durations = [
        "PT0S", "PT15M", "P7D", "P2W", "P1DT2H3M4.5S", "PT1.5S", "PT0.123456S", "PT0.1234567S", "PT1,5S", "PT1.5H",
        "P1M", "P1Y", "P",
        "PT", "P1DT", "P1W1D", "P1WT1H", "-PT1S", "PT-1S", "+PT1S", "PT1S1M", "PT1M1M", "1 mon", "1 day", "08:00",
        "pt1s", "P0D",
        "P1000000D", "P1000000DT0.000001S", "P1000001D", "P9999999D", "P9999999W", "PT9999999H", "PT9999999M",
        "PT9999999S",
        "PT10000000S", "P0001-00-01T00:00:00", "PT1S\n", " PT1S", "P1D2H", "PT00000001S", "infinity", "PT24H",
        "P1DT24H",
    ]

    mutating func duration(_ minimum: Int?, _ maximum: Int?) -> String {
        guard random.oneIn(2) else { return near(Self.durations) }
        let seconds = Int.random(
            in: (minimum ?? 0) / 1_000_000 - 1...(maximum ?? 86_400_000_000) / 1_000_000 + 1, using: &random)
        return "P\(seconds / 86_400)DT\(abs(seconds) % 86_400)S"
    }

    func durationEdges(_ minimum: Int?, _ maximum: Int?) -> [String] {
        let bounds = [minimum, maximum].compactMap(\.self).flatMap { microseconds in
            let seconds = microseconds / 1_000_000
            return ["PT\(seconds)S", "PT\(seconds).000001S", "PT\(seconds - 1).999999S", "PT\(seconds + 1)S"]
        }
        return Self.durations + bounds
    }
}
