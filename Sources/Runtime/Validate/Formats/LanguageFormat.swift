/// The shape of language tags (RFC 5646 section 2.1, `langtag`): language, extended language, script, region, variants, extensions, private
/// use. Whether the subtags are registered is not looked at; grandfathered tags are refused.
enum LanguageFormat {
    /// RFC 5646 section 4.4.1 asks for at least 35.
    private static let longest = 35

    static func accepts(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= longest else { return false }
        let subtags = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard subtags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(\.isAlphanumeric) }) else {
            return false
        }
        var rest = subtags[...]
        guard let language = rest.popFirst(), (2...8).contains(language.count), language.allSatisfy(\.isLetter) else {
            return false
        }
        if language.count <= 3 { skip(&rest, atMost: 3) { $0.count == 3 && $0.allSatisfy(\.isLetter) } }
        skip(&rest, atMost: 1) { $0.count == 4 && $0.allSatisfy(\.isLetter) }
        skip(&rest, atMost: 1) { isRegion($0) }
        skip(&rest, atMost: .max) { isVariant($0) }
        return areExtensions(rest)
    }

    private static func skip(
        _ rest: inout ArraySlice<ArraySlice<UInt8>>, atMost count: Int, while matches: (ArraySlice<UInt8>) -> Bool
    ) {
        var left = count
        while left > 0, let first = rest.first, matches(first) {
            rest.removeFirst()
            left -= 1
        }
    }

    private static func isRegion(_ subtag: ArraySlice<UInt8>) -> Bool {
        subtag.count == 2 && subtag.allSatisfy(\.isLetter) || subtag.count == 3 && subtag.allSatisfy(\.isDigit)
    }

    private static func isVariant(_ subtag: ArraySlice<UInt8>) -> Bool {
        subtag.count >= 5 || subtag.count == 4 && subtag.first?.isDigit == true
    }

    /// Each extension is a single letter or digit and then at least one subtag; behind `x` anything may stand.
    private static func areExtensions(_ subtags: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        var needsMore = false
        var isPrivate = false
        for subtag in subtags {
            if !isPrivate, subtag.count == 1 {
                if needsMore { return false }
                isPrivate = (subtag.first ?? 0) | 0x20 == UInt8(ascii: "x")
                needsMore = true
            } else {
                // The first subtag behind the variants must open an extension.
                if subtag.startIndex == subtags.first?.startIndex { return false }
                needsMore = false
            }
        }
        return !needsMore
    }
}
