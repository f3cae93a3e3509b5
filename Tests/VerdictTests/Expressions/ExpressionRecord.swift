import NIOCore
import Runtime
import TestSupport

/// The values of a person that expressions look at, each of them maybe null.
struct ExpressionRecord: Sendable {
    var age: Int64?
    var score: Int64?
    var balance: String?
    var ratio: String?
    var active: Bool?
    /// Days and microseconds since 2000-01-01.
    var born: Int32?
    var seenAt: Int64?
    var madeAt: Int64?
    /// Microseconds.
    var wakesAt: Int64?
    var shift: Int64?
    var patience: Int64?
    var size: String?
    var nickname: String?
    var sponsor: RecordID?
    var tags: ByteBuffer?

    init(using random: inout SeededGenerator) {
        age = Self.pick([0, 1, 17, 18, 19, 150, .max], &random)
        score = Self.pick([.min, -1, 0, 1, 18, 1_000_000, .max], &random)
        balance = Self.pick(
            ["-0.5", "0", "0.0001", "18", "18.5", "1000000.25", "9999999999999999.9999"], &random)
        ratio = Self.pick(["-1", "0.5", "0.01", "9999999999999999.99"], &random)
        active = Self.pick([true, false], &random)
        born = Self.pick([-10_957, -10_956, 0, 8_825, -54_786], &random)
        seenAt = Self.pick([0, -1, -1_000_000, 846_833_400_500_000, 846_833_400_500_001], &random)
        madeAt = Self.pick([0, -1, 86_400_000_000, 846_833_400_500_000], &random)
        wakesAt = Self.pick([0, 23_400_000_000, 86_399_000_000, 86_399_999_999], &random)
        shift = Self.pick([900_000_000, 43_200_000_000, 86_400_000_000, 604_800_000_000], &random)
        patience = Self.pick([0, 1, 90_000_000, 43_200_000_000, 86_400_000_000_000_000], &random)
        size = Self.pick(["small", "1", "true", "null", "a/b"], &random)
        // Composed and decomposed: two texts.
        nickname = Self.pick(
            ["", "a", "\u{E9}", "e\u{301}", "small", "\u{1F468}\u{200D}\u{1F469}"], &random)
        sponsor = Self.pick(
            ["6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f", "00000000-0000-0000-0000-000000000000"], &random
        ).flatMap { RecordID($0) }
        tags = Self.pick(["[]", #"["a"]"#, #"["a,b","c\"d"]"#, #"["a","b","c"]"#], &random).map {
            ByteBuffer(string: $0)
        }
    }

    /// One of the values, or null once in five times.
    private static func pick<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value? {
        random.oneIn(5) ? nil : values[Int.random(in: values.indices, using: &random)]
    }
}

extension ExpressionRecord {
    /// The columns as Postgres makes them of `json`.
    static let columns = """
        (r.age) AS age, r.score AS score, r.balance AS balance, r.ratio AS ratio, r.active AS active,
        DATE '2000-01-01' + r.born AS born, TIMESTAMPTZ '2000-01-01Z' + r.seen_at * INTERVAL '1 microsecond' AS seen_at,
        TIMESTAMPTZ '2000-01-01Z' + r.made_at * INTERVAL '1 microsecond' AS made_at,
        TIME '00:00' + r.wakes_at * INTERVAL '1 microsecond' AS wakes_at,
        r.shift * INTERVAL '1 microsecond' AS shift, r.patience * INTERVAL '1 microsecond' AS patience,
        r.size AS size, r.nickname AS nickname, r.sponsor AS sponsor, r.tags AS tags
        """

    static let types = """
        place bigint, age bigint, score bigint, balance numeric(20,4), ratio numeric(18,2), active boolean, born integer, seen_at bigint,
        made_at bigint, wakes_at bigint, shift bigint, patience bigint, size text, nickname text, sponsor uuid, tags jsonb
        """

    func json(place: Int) -> String {
        var json = JSONWriter(buffer: ByteBuffer())
        json.beginObject()
        json.key("place")
        json.int(Int64(place))
        let numbers: [(StaticString, Int64?)] = [
            ("age", age), ("score", score), ("born", born.map(Int64.init)), ("seen_at", seenAt),
            ("made_at", madeAt),
            ("wakes_at", wakesAt), ("shift", shift), ("patience", patience),
        ]
        for (name, value) in numbers {
            json.key(name)
            if let value { json.int(value) } else { json.null() }
        }
        for (name, value) in [
            ("balance", balance), ("ratio", ratio), ("size", size), ("nickname", nickname),
        ] as [(StaticString, String?)] {
            json.key(name)
            if let value { json.string(value) } else { json.null() }
        }
        json.key("active")
        if let active { json.bool(active) } else { json.null() }
        json.key("sponsor")
        if let sponsor { json.uuid(sponsor) } else { json.null() }
        json.key("tags")
        if let tags { json.raw(tags) } else { json.null() }
        json.endObject()
        return String(buffer: json.buffer)
    }
}
