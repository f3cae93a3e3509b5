// Written by `ExpressionVerdictTests` with ROSTER_UPDATE_GOLDENS=1: random conditions, as the renderer spells them.
// swift-format-ignore-file

import Runtime

extension CompiledExpression {
    static let corpus = [
        CompiledExpression(text: "born >= born - 1d", verdict: condition1),
        CompiledExpression(text: "(nickname == size) or (nickname != \"a\")", verdict: condition2),
        CompiledExpression(text: "((9223372036854775807 >= 9223372036854775807) and (\"1999-12-31T23:59:59Z\" != seen_at + patience)) or (not (wakes_at == \"00:00\"))", verdict: condition3),
        CompiledExpression(text: "((len(tags) * (ratio - 1)) == balance) or (((len(nickname) == age) or (size == \"small\")) and (not (score not in (0, 1, 18, -1, 18.5, 9223372036854775807))))", verdict: condition4),
        CompiledExpression(text: "born != born - 1d", verdict: condition5),
        CompiledExpression(text: "(seen_at - shift <= seen_at + patience) and (born + 30d >= born - 1d)", verdict: condition6),
        CompiledExpression(text: "((balance not in (0, 1, 18, -1, 18.5, 9223372036854775807)) or (len(nickname) == 0)) or ((seen_at - made_at != 90s) or (\"2026-11-01T08:30:00.5+01:00\" <= seen_at + 36h))", verdict: condition7),
        CompiledExpression(text: "not (((shift is null) and (age not in (0, 1, 18, -1, 18.5, 9223372036854775807))) and ((\"2024-02-29\" > born - 1d) and (active != false)))", verdict: condition8),
        CompiledExpression(text: "0.0001 > age", verdict: condition9),
        CompiledExpression(text: "(sponsor in (\"6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f\", \"00000000-0000-0000-0000-000000000000\")) and (wakes_at <= wakes_at)", verdict: condition10),
        CompiledExpression(text: "not (patience <= patience - shift)", verdict: condition11),
        CompiledExpression(text: "((1 + 18) + 18) <= (ratio * score)", verdict: condition12),
        CompiledExpression(text: "size == \"small\"", verdict: condition13),
        CompiledExpression(text: "(sponsor == \"6F1C2D4E-8A3B-4C5D-9E6F-7A8B9C0D1E2F\") or (active == true)", verdict: condition14),
        CompiledExpression(text: "((active == true) or (seen_at - made_at >= shift)) or ((score not in (0, 1, 18, -1, 18.5, 9223372036854775807)) or (age in (0, 1, 18, -1, 18.5, 9223372036854775807)))", verdict: condition15),
        CompiledExpression(text: "(not ((nickname in (\"a\", \"é\", \"\")) and (born is not null))) and (not ((born + 30d >= born + 30d) or (not active)))", verdict: condition16),
        CompiledExpression(text: "active == true", verdict: condition17),
        CompiledExpression(text: "not (nickname == size)", verdict: condition18),
        CompiledExpression(text: "((1000000.25 < 1) or (18 >= 0.5)) and ((\"1999-12-31T23:59:59Z\" <= seen_at - shift) and (not active))", verdict: condition19),
        CompiledExpression(text: "age not in (0, 1, 18, -1, 18.5, 9223372036854775807)", verdict: condition20),
        CompiledExpression(text: "born + 30d < born", verdict: condition21),
        CompiledExpression(text: "not (seen_at + 36h == \"1999-12-31T23:59:59Z\")", verdict: condition22),
        CompiledExpression(text: "((age != len(nickname)) or (wakes_at < \"23:59:59\")) and ((patience == 12h) or (active == true))", verdict: condition23),
        CompiledExpression(text: "(not (wakes_at > \"00:00\")) or (((born + 30d >= born - 1d) and (\"2026-11-01T08:30:00.5+01:00\" > seen_at + 36h)) and ((seen_at + 36h == \"1999-12-31T23:59:59Z\") or (seen_at - shift != seen_at + patience)))", verdict: condition24),
        CompiledExpression(text: "age in (0, 1, 18, -1, 18.5, 9223372036854775807)", verdict: condition25),
        CompiledExpression(text: "(patience != shift) and (nickname not in (\"Å\", \"b\"))", verdict: condition26),
        CompiledExpression(text: "score in (0, 1, 18, -1, 18.5, 9223372036854775807)", verdict: condition27),
        CompiledExpression(text: "(((age > 0.5) or (balance not in (0, 1, 18, -1, 18.5, 9223372036854775807))) and ((nickname == \"é\") and (size not in (\"small\", \"1\")))) and (((\"2026-11-01T08:30:00.5+01:00\" != seen_at - shift) or (1000000.25 < 1000000.25)) and (not (not active)))", verdict: condition28),
        CompiledExpression(text: "\"2024-02-29\" >= born - 1d", verdict: condition29),
        CompiledExpression(text: "not (balance < 0.0001)", verdict: condition30),
        CompiledExpression(text: "sponsor is null", verdict: condition31),
        CompiledExpression(text: "(not (score in (0, 1, 18, -1, 18.5, 9223372036854775807))) and (((90s >= born - born) and (len(nickname) == 0.5)) or (not (nickname in (\"a\", \"é\", \"\"))))", verdict: condition32),
        CompiledExpression(text: "\"2024-02-29\" == \"1970-01-01\"", verdict: condition33),
        CompiledExpression(text: "not (nickname == \"é\")", verdict: condition34),
        CompiledExpression(text: "((size == \"small\") and (nickname in (\"a\", \"é\", \"\"))) and ((12h > 90s) and (wakes_at is not null))", verdict: condition35),
        CompiledExpression(text: "(((nickname != \"a\") and (active)) or (wakes_at <= \"06:30\")) and (not (not (seen_at is null)))", verdict: condition36),
        CompiledExpression(text: "born - 1d < \"2024-02-29\"", verdict: condition37),
        CompiledExpression(text: "not (active != false)", verdict: condition38),
        CompiledExpression(text: "(wakes_at > \"00:00\") or ((balance not in (0, 1, 18, -1, 18.5, 9223372036854775807)) or (\"2024-02-29\" > born + 30d))", verdict: condition39),
        CompiledExpression(text: "(((seen_at - seen_at == patience) and (wakes_at >= \"00:00\")) and (not (wakes_at < wakes_at))) or (active == true)", verdict: condition40),
        CompiledExpression(text: "\"1999-12-31T23:59:59Z\" == seen_at + 36h", verdict: condition41),
        CompiledExpression(text: "(\"2026-11-01T08:30:00.5+01:00\" < seen_at + 36h) and (born + 30d > born + 30d)", verdict: condition42),
        CompiledExpression(text: "(not (size not in (\"small\", \"1\"))) and ((shift <= seen_at - made_at) and (shift != born - born))", verdict: condition43),
        CompiledExpression(text: "(tags is not null) or (((balance in (0, 1, 18, -1, 18.5, 9223372036854775807)) and (\"1970-01-01\" <= born - 1d)) and ((age not in (0, 1, 18, -1, 18.5, 9223372036854775807)) and (shift is null)))", verdict: condition44),
        CompiledExpression(text: "not active", verdict: condition45),
        CompiledExpression(text: "(active) and (nickname == size)", verdict: condition46),
        CompiledExpression(text: "((wakes_at > wakes_at) and (len(nickname) >= 0.0001)) or ((\"1999-12-31T23:59:59Z\" >= seen_at + patience) and (seen_at == \"2026-11-01T08:30:00.5+01:00\"))", verdict: condition47),
        CompiledExpression(text: "(((90s != seen_at - seen_at) or (active is not null)) and ((born - 1d == \"1970-01-01\") and (wakes_at >= \"00:00\"))) and (((seen_at > seen_at - shift) and (born - 1d > born)) or (not (\"2024-02-29\" == \"2024-02-29\")))", verdict: condition48),
        CompiledExpression(text: "size not in (\"small\", \"1\")", verdict: condition49),
        CompiledExpression(text: "0.5 >= age", verdict: condition50),
        CompiledExpression(text: "((\"1970-01-01\" == \"1970-01-01\") or (seen_at != seen_at - shift)) and ((patience != born - born) and (seen_at - seen_at == shift))", verdict: condition51),
        CompiledExpression(text: "born + 30d != \"1970-01-01\"", verdict: condition52),
        CompiledExpression(text: "active == true", verdict: condition53),
        CompiledExpression(text: "not (age in (0, 1, 18, -1, 18.5, 9223372036854775807))", verdict: condition54),
        CompiledExpression(text: "not (wakes_at > \"23:59:59\")", verdict: condition55),
        CompiledExpression(text: "((not (wakes_at != \"00:00\")) and ((90s == 12h) or (0.5 >= len(nickname)))) or (not ((len(nickname) != 0.0001) and (wakes_at < wakes_at)))", verdict: condition56),
        CompiledExpression(text: "nickname not in (\"Å\", \"b\")", verdict: condition57),
        CompiledExpression(text: "(1 < 18) and (wakes_at == \"00:00\")", verdict: condition58),
        CompiledExpression(text: "(seen_at + 36h <= seen_at + 36h) and ((shift >= shift) or (size not in (\"small\", \"1\")))", verdict: condition59),
        CompiledExpression(text: "(((wakes_at != \"06:30\") and (size not in (\"small\", \"1\"))) or ((len(tags) == 0.5) or (wakes_at <= \"06:30\"))) or (((score not in (0, 1, 18, -1, 18.5, 9223372036854775807)) or (balance in (0, 1, 18, -1, 18.5, 9223372036854775807))) or ((balance not in (0, 1, 18, -1, 18.5, 9223372036854775807)) or (len(nickname) == 1000000.25)))", verdict: condition60),
    ]

    private static func condition1(_ record: ExpressionRecord) -> Bool? {
        Logic.atMost(Logic.moved(record.born, days: -1), record.born)
    }

    private static func condition2(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.equalText(record.nickname, record.size), Logic.not(Logic.equalText(record.nickname, "a")))
    }

    private static func condition3(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.and(Logic.atMost(9223372036854775807, 9223372036854775807), Logic.not(Logic.equal(-1_000_000, Logic.moved(record.seenAt, by: record.patience)))), Logic.not(Logic.equal(record.wakesAt, 0)))
    }

    private static func condition4(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.equal(Logic.product(Logic.number(Logic.count(record.tags)), Logic.difference(Logic.number(record.ratio), Logic.number(1))), Logic.number(record.balance)), Logic.and(Logic.or(Logic.equal(Logic.length(record.nickname), record.age), Logic.equalText(record.size, "small")), Logic.not(Logic.not(Logic.isOneOf(Logic.number(record.score), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))))))
    }

    private static func condition5(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.equal(record.born, Logic.moved(record.born, days: -1)))
    }

    private static func condition6(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.atMost(Logic.moved(record.seenAt, back: record.shift), Logic.moved(record.seenAt, by: record.patience)), Logic.atMost(Logic.moved(record.born, days: -1), Logic.moved(record.born, days: 30)))
    }

    private static func condition7(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.or(Logic.not(Logic.isOneOf(Logic.number(record.balance), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))), Logic.equal(Logic.length(record.nickname), 0)), Logic.or(Logic.not(Logic.equal(Logic.moved(record.seenAt, back: record.madeAt), 90_000_000)), Logic.atMost(846_833_400_500_000, Logic.moved(record.seenAt, by: 129_600_000_000))))
    }

    private static func condition8(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.and(Logic.and(Logic.isNull(record.shift), Logic.not(Logic.isOneOf(Logic.number(record.age), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self)))), Logic.and(Logic.less(Logic.moved(record.born, days: -1), 8825), Logic.not(Logic.equal(record.active, false)))))
    }

    private static func condition9(_ record: ExpressionRecord) -> Bool? {
        Logic.less(Logic.number(record.age), Logic.number("0.0001"))
    }

    private static func condition10(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.isOneOf(record.sponsor, [RecordID("6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f"), RecordID("00000000-0000-0000-0000-000000000000")].compactMap(\.self)), Logic.atMost(record.wakesAt, record.wakesAt))
    }

    private static func condition11(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.atMost(record.patience, Logic.moved(record.patience, back: record.shift)))
    }

    private static func condition12(_ record: ExpressionRecord) -> Bool? {
        Logic.atMost(Logic.sum(Logic.sum(Logic.number(1), Logic.number(18)), Logic.number(18)), Logic.product(Logic.number(record.ratio), Logic.number(record.score)))
    }

    private static func condition13(_ record: ExpressionRecord) -> Bool? {
        Logic.equalText(record.size, "small")
    }

    private static func condition14(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.equal(record.sponsor, RecordID("6f1c2d4e-8a3b-4c5d-9e6f-7a8b9c0d1e2f")), Logic.equal(record.active, true))
    }

    private static func condition15(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.or(Logic.equal(record.active, true), Logic.atMost(record.shift, Logic.moved(record.seenAt, back: record.madeAt))), Logic.or(Logic.not(Logic.isOneOf(Logic.number(record.score), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))), Logic.isOneOf(Logic.number(record.age), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))))
    }

    private static func condition16(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.not(Logic.and(Logic.isOneOfTexts(record.nickname, ["a", "é", ""]), Logic.not(Logic.isNull(record.born)))), Logic.not(Logic.or(Logic.atMost(Logic.moved(record.born, days: 30), Logic.moved(record.born, days: 30)), Logic.not(record.active))))
    }

    private static func condition17(_ record: ExpressionRecord) -> Bool? {
        Logic.equal(record.active, true)
    }

    private static func condition18(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.equalText(record.nickname, record.size))
    }

    private static func condition19(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.or(Logic.less(Logic.number("1000000.25"), Logic.number(1)), Logic.atMost(Logic.number("0.5"), Logic.number(18))), Logic.and(Logic.atMost(-1_000_000, Logic.moved(record.seenAt, back: record.shift)), Logic.not(record.active)))
    }

    private static func condition20(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.isOneOf(Logic.number(record.age), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self)))
    }

    private static func condition21(_ record: ExpressionRecord) -> Bool? {
        Logic.less(Logic.moved(record.born, days: 30), record.born)
    }

    private static func condition22(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.equal(Logic.moved(record.seenAt, by: 129_600_000_000), -1_000_000))
    }

    private static func condition23(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.or(Logic.not(Logic.equal(record.age, Logic.length(record.nickname))), Logic.less(record.wakesAt, 86_399_000_000)), Logic.or(Logic.equal(record.patience, 43_200_000_000), Logic.equal(record.active, true)))
    }

    private static func condition24(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.not(Logic.less(0, record.wakesAt)), Logic.and(Logic.and(Logic.atMost(Logic.moved(record.born, days: -1), Logic.moved(record.born, days: 30)), Logic.less(Logic.moved(record.seenAt, by: 129_600_000_000), 846_833_400_500_000)), Logic.or(Logic.equal(Logic.moved(record.seenAt, by: 129_600_000_000), -1_000_000), Logic.not(Logic.equal(Logic.moved(record.seenAt, back: record.shift), Logic.moved(record.seenAt, by: record.patience))))))
    }

    private static func condition25(_ record: ExpressionRecord) -> Bool? {
        Logic.isOneOf(Logic.number(record.age), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))
    }

    private static func condition26(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.not(Logic.equal(record.patience, record.shift)), Logic.not(Logic.isOneOfTexts(record.nickname, ["Å", "b"])))
    }

    private static func condition27(_ record: ExpressionRecord) -> Bool? {
        Logic.isOneOf(Logic.number(record.score), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))
    }

    private static func condition28(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.and(Logic.or(Logic.less(Logic.number("0.5"), Logic.number(record.age)), Logic.not(Logic.isOneOf(Logic.number(record.balance), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self)))), Logic.and(Logic.equalText(record.nickname, "é"), Logic.not(Logic.isOneOfTexts(record.size, ["small", "1"])))), Logic.and(Logic.or(Logic.not(Logic.equal(846_833_400_500_000, Logic.moved(record.seenAt, back: record.shift))), Logic.less(Logic.number("1000000.25"), Logic.number("1000000.25"))), Logic.not(Logic.not(record.active))))
    }

    private static func condition29(_ record: ExpressionRecord) -> Bool? {
        Logic.atMost(Logic.moved(record.born, days: -1), 8825)
    }

    private static func condition30(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.less(Logic.number(record.balance), Logic.number("0.0001")))
    }

    private static func condition31(_ record: ExpressionRecord) -> Bool? {
        Logic.isNull(record.sponsor)
    }

    private static func condition32(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.not(Logic.isOneOf(Logic.number(record.score), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))), Logic.or(Logic.and(Logic.atMost(Logic.between(record.born, record.born), 90_000_000), Logic.equal(Logic.number(Logic.length(record.nickname)), Logic.number("0.5"))), Logic.not(Logic.isOneOfTexts(record.nickname, ["a", "é", ""]))))
    }

    private static func condition33(_ record: ExpressionRecord) -> Bool? {
        Logic.equalText("2024-02-29", "1970-01-01")
    }

    private static func condition34(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.equalText(record.nickname, "é"))
    }

    private static func condition35(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.and(Logic.equalText(record.size, "small"), Logic.isOneOfTexts(record.nickname, ["a", "é", ""])), Logic.and(Logic.less(90_000_000, 43_200_000_000), Logic.not(Logic.isNull(record.wakesAt))))
    }

    private static func condition36(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.or(Logic.and(Logic.not(Logic.equalText(record.nickname, "a")), record.active), Logic.atMost(record.wakesAt, 23_400_000_000)), Logic.not(Logic.not(Logic.isNull(record.seenAt))))
    }

    private static func condition37(_ record: ExpressionRecord) -> Bool? {
        Logic.less(Logic.moved(record.born, days: -1), 8825)
    }

    private static func condition38(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.not(Logic.equal(record.active, false)))
    }

    private static func condition39(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.less(0, record.wakesAt), Logic.or(Logic.not(Logic.isOneOf(Logic.number(record.balance), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))), Logic.less(Logic.moved(record.born, days: 30), 8825)))
    }

    private static func condition40(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.and(Logic.and(Logic.equal(Logic.moved(record.seenAt, back: record.seenAt), record.patience), Logic.atMost(0, record.wakesAt)), Logic.not(Logic.less(record.wakesAt, record.wakesAt))), Logic.equal(record.active, true))
    }

    private static func condition41(_ record: ExpressionRecord) -> Bool? {
        Logic.equal(-1_000_000, Logic.moved(record.seenAt, by: 129_600_000_000))
    }

    private static func condition42(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.less(846_833_400_500_000, Logic.moved(record.seenAt, by: 129_600_000_000)), Logic.less(Logic.moved(record.born, days: 30), Logic.moved(record.born, days: 30)))
    }

    private static func condition43(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.not(Logic.not(Logic.isOneOfTexts(record.size, ["small", "1"]))), Logic.and(Logic.atMost(record.shift, Logic.moved(record.seenAt, back: record.madeAt)), Logic.not(Logic.equal(record.shift, Logic.between(record.born, record.born)))))
    }

    private static func condition44(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.not(Logic.isNull(record.tags)), Logic.and(Logic.and(Logic.isOneOf(Logic.number(record.balance), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self)), Logic.atMost(-10957, Logic.moved(record.born, days: -1))), Logic.and(Logic.not(Logic.isOneOf(Logic.number(record.age), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))), Logic.isNull(record.shift))))
    }

    private static func condition45(_ record: ExpressionRecord) -> Bool? {
        Logic.not(record.active)
    }

    private static func condition46(_ record: ExpressionRecord) -> Bool? {
        Logic.and(record.active, Logic.equalText(record.nickname, record.size))
    }

    private static func condition47(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.and(Logic.less(record.wakesAt, record.wakesAt), Logic.atMost(Logic.number("0.0001"), Logic.number(Logic.length(record.nickname)))), Logic.and(Logic.atMost(Logic.moved(record.seenAt, by: record.patience), -1_000_000), Logic.equal(record.seenAt, 846_833_400_500_000)))
    }

    private static func condition48(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.and(Logic.or(Logic.not(Logic.equal(90_000_000, Logic.moved(record.seenAt, back: record.seenAt))), Logic.not(Logic.isNull(record.active))), Logic.and(Logic.equal(Logic.moved(record.born, days: -1), -10957), Logic.atMost(0, record.wakesAt))), Logic.or(Logic.and(Logic.less(Logic.moved(record.seenAt, back: record.shift), record.seenAt), Logic.less(record.born, Logic.moved(record.born, days: -1))), Logic.not(Logic.equalText("2024-02-29", "2024-02-29"))))
    }

    private static func condition49(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.isOneOfTexts(record.size, ["small", "1"]))
    }

    private static func condition50(_ record: ExpressionRecord) -> Bool? {
        Logic.atMost(Logic.number(record.age), Logic.number("0.5"))
    }

    private static func condition51(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.or(Logic.equalText("1970-01-01", "1970-01-01"), Logic.not(Logic.equal(record.seenAt, Logic.moved(record.seenAt, back: record.shift)))), Logic.and(Logic.not(Logic.equal(record.patience, Logic.between(record.born, record.born))), Logic.equal(Logic.moved(record.seenAt, back: record.seenAt), record.shift)))
    }

    private static func condition52(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.equal(Logic.moved(record.born, days: 30), -10957))
    }

    private static func condition53(_ record: ExpressionRecord) -> Bool? {
        Logic.equal(record.active, true)
    }

    private static func condition54(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.isOneOf(Logic.number(record.age), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self)))
    }

    private static func condition55(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.less(86_399_000_000, record.wakesAt))
    }

    private static func condition56(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.and(Logic.not(Logic.not(Logic.equal(record.wakesAt, 0))), Logic.or(Logic.equal(90_000_000, 43_200_000_000), Logic.atMost(Logic.number(Logic.length(record.nickname)), Logic.number("0.5")))), Logic.not(Logic.and(Logic.not(Logic.equal(Logic.number(Logic.length(record.nickname)), Logic.number("0.0001"))), Logic.less(record.wakesAt, record.wakesAt))))
    }

    private static func condition57(_ record: ExpressionRecord) -> Bool? {
        Logic.not(Logic.isOneOfTexts(record.nickname, ["Å", "b"]))
    }

    private static func condition58(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.less(1, 18), Logic.equal(record.wakesAt, 0))
    }

    private static func condition59(_ record: ExpressionRecord) -> Bool? {
        Logic.and(Logic.atMost(Logic.moved(record.seenAt, by: 129_600_000_000), Logic.moved(record.seenAt, by: 129_600_000_000)), Logic.or(Logic.atMost(record.shift, record.shift), Logic.not(Logic.isOneOfTexts(record.size, ["small", "1"]))))
    }

    private static func condition60(_ record: ExpressionRecord) -> Bool? {
        Logic.or(Logic.or(Logic.and(Logic.not(Logic.equal(record.wakesAt, 23_400_000_000)), Logic.not(Logic.isOneOfTexts(record.size, ["small", "1"]))), Logic.or(Logic.equal(Logic.number(Logic.count(record.tags)), Logic.number("0.5")), Logic.atMost(record.wakesAt, 23_400_000_000))), Logic.or(Logic.or(Logic.not(Logic.isOneOf(Logic.number(record.score), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))), Logic.isOneOf(Logic.number(record.balance), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))), Logic.or(Logic.not(Logic.isOneOf(Logic.number(record.balance), [Logic.number(0), Logic.number(1), Logic.number(18), Logic.negative(Logic.number(1)), Logic.number("18.5"), Logic.number(9223372036854775807)].compactMap(\.self))), Logic.equal(Logic.number(Logic.length(record.nickname)), Logic.number("1000000.25")))))
    }
}
