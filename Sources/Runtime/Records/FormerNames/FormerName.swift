/// A name that a field had before. It is served beside the present one until its sunset: bodies may use either, and
/// answers have both for clients that have not said that they know the present one.
package struct FormerName: Sendable {
    package let name: StaticString
    /// What the field is called now.
    let present: StaticString
    /// The field's bit.
    let field: Int
    /// The day since which the field has another name, in days since 2000-01-01.
    let since: Int
    /// The day from which this name is no longer served.
    let sunset: Int?

    /// - Parameters:
    ///   - present: what the field is called now.
    ///   - field: its bit in the contract.
    ///   - since: when it got another name: `2026-11-01`.
    ///   - sunset: the day from whose beginning in UTC this name is unknown; `nil` when it stays.
    package init(
        _ name: StaticString, of present: StaticString, _ field: Int, since: StaticString, sunset: StaticString? = nil
    ) {
        self.name = name
        self.present = present
        self.field = field
        self.since = Self.day(since)
        self.sunset = sunset.map(Self.day)
    }

    /// The generator's checker has seen that it is a date.
    private static func day(_ text: StaticString) -> Int {
        guard let date = CivilDate(text: text.description) else { preconditionFailure("\(text) is no date") }
        return date.daysSince2000
    }

    func isServed(on day: Int) -> Bool {
        sunset.map { day < $0 } ?? true
    }
}

extension CivilDate {
    /// `2026-11-23` (RFC 3339 full-date)
    init?(text: String) {
        var scanner = TimeScanner(text)
        guard let date = scanner.date(), scanner.isAtEnd else { return nil }
        self = date
    }

    /// Today in UTC, in days since 2000-01-01.
    static var today: Int {
        Int(Timestamps.now).dividedFlooring(by: 86_400_000_000).quotient
    }
}

extension ResourceFacts {
    /// The former names, by their places, that are served today.
    var servedFormerNames: FormerNameMask {
        guard !formerNames.isEmpty else { return [] }
        let today = CivilDate.today
        return formerNames.enumerated().reduce(into: []) { mask, item in
            if item.element.isServed(on: today) { mask.insert(FormerNameMask(place: item.offset)) }
        }
    }

    /// Those of `names` whose fields are among `fields`.
    func formerNames(_ names: FormerNameMask, of fields: FieldMask) -> FormerNameMask {
        formerNames.enumerated().reduce(into: []) { mask, item in
            let one = FormerNameMask(place: item.offset)
            if names.contains(one), fields.contains(FieldMask(field: item.element.field)) { mask.insert(one) }
        }
    }

    /// The place of a former name that is served today. Names are compared as bytes.
    func place(ofFormer name: some StringProtocol) -> Int? {
        guard !formerNames.isEmpty else { return nil }
        return formerNames.firstIndex { former in
            former.name.withUTF8Buffer { $0.elementsEqual(name.utf8) } && former.isServed(on: CivilDate.today)
        }
    }
}

/// A set of former names of one resource: bit *i* stands for the *i*-th of `ResourceFacts.formerNames`, of which there are
/// at most 64; the checker refuses more.
package struct FormerNameMask: OptionSet, Hashable, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    package init(place: Int) {
        precondition(place >= 0 && place < 64, "a resource has at most 64 former names")
        self.rawValue = 1 << UInt64(place)
    }

    /// How the names stand in an entity tag.
    var tagPart: String { isEmpty ? "" : "_" + String(rawValue, radix: 36) }
}
