@testable import Runtime

enum FormatCases {
    static let all: [(TextFormat, String, Bool)] = accepted.map { ($0, $1, true) } + refused.map { ($0, $1, false) }

    private static let longLabel = String(repeating: "a", count: 63)

    private static let accepted: [(TextFormat, String)] = [
        (.email, "a@b.co"), (.email, "first.last+tag@example.com"), (.email, "o'brien!#$%&*/=?^_`{|}~-@x-y.example"),
        (.email, "a@xn--bcher-kva.example"),
        (.email, String(repeating: "a", count: 64) + "@b.co"), (.email, "a@\(longLabel).de"),
        (.url, "http://a"), (.url, "https://example.com/"), (.url, "HTTPS://EXAMPLE.com:8443/a/b?c=d&e=%20#f"),
        (.url, "http://127.0.0.1:65535"),
        (.url, "http://[::1]:80/x"), (.url, "http://[2001:db8::1]"), (.url, "http://[::ffff:1.2.3.4]/"),
        (.url, "http://[1:2:3:4:5:6:7:8]"), (.url, "http://a.b./"),
        (.url, "http://a?x"), (.url, "http://a/" + String(repeating: "x", count: 2_039)),
        (.phone, "+4989123456"), (.phone, "+123456789012345"), (.phone, "+1234567"), (.slug, "a"), (.slug, "a-b-1"),
        (.country, "DE"), (.country, "GB"),
        (.language, "en"), (.language, "pt-BR"), (.language, "zh-Hant-TW"), (.language, "zh-cmn-Hans-CN"),
        (.language, "de-CH-1996"), (.language, "es-419"),
        (.language, "en-a-bbb-x-a"), (.language, "sl-rozaj-biske"), (.timezone, "Europe/Berlin"), (.timezone, "UTC"),
        (.timezone, "America/Argentina/Buenos_Aires"),
        (.timezone, "Etc/GMT+12"), (.timezone, "US/Pacific"),
    ]

    private static let refused: [(TextFormat, String)] = [
        (.email, ""), (.email, "a"), (.email, "@b.co"), (.email, "a@"), (.email, "a@b"), (.email, "a@b@c.de"),
        (.email, ".a@b.co"), (.email, "a.@b.co"),
        (.email, "a..b@c.de"), (.email, "\"a b\"@c.de"), (.email, "a b@c.de"), (.email, "a@-b.co"), (.email, "a@b-.co"),
        (.email, "a@b..co"), (.email, "a@1.2.3.4"),
        (.email, "a@[1.2.3.4]"), (.email, "ä@b.co"), (.email, "a@b.co\n"),
        (.email, String(repeating: "a", count: 65) + "@b.co"), (.email, "a@\(longLabel)a.de"),
        (.email, "a@" + String(repeating: "b.", count: 126) + "co"), (.email, "a<b@c.de"),
        (.url, ""), (.url, "example.com"), (.url, "ftp://a"), (.url, "javascript:alert(1)"), (.url, "http:/a"),
        (.url, "http://"), (.url, "http:///a"), (.url, "http://?a"),
        (.url, "http://u@a"), (.url, "http://u:p@a/"), (.url, "http://a:"), (.url, "http://a:x"),
        (.url, "http://a:65536"), (.url, "http://a b"), (.url, "http://a/ b"),
        (.url, "http://a/%"), (.url, "http://a/%2"), (.url, "http://a/%zz"), (.url, "http://a/é"), (.url, "http://é"),
        (.url, "http://a/\""), (.url, "http://a/<b>"),
        (.url, "http://a#b#c"), (.url, "http://1.2.3"), (.url, "http://256.1.1.1"), (.url, "http://01.1.1.1"),
        (.url, "http://[::1"), (.url, "http://[:::1]"), (.url, "http://[1::2::3]"),
        (.url, "http://[1:2:3]"), (.url, "http://[g::]"), (.url, "http://[1:2:3:4:5:6:7:8:9]"), (.url, "http://a\\b"),
        (.url, "http://-a"), (.url, "http://a_b"),
        (.url, "http://a/" + String(repeating: "x", count: 2_040)), (.url, "http://a/\u{0}"),
        (.url, "http://[1:2:3:4:5:6:7:8]x"),
        (.phone, ""), (.phone, "+"), (.phone, "4989123456"), (.phone, "+0123456789"), (.phone, "+1234567890123456"),
        (.phone, "+123456"), (.phone, "+49 89 123456"),
        (.phone, "+49-891234567"), (.phone, "+１２３４５６７８"), (.slug, ""), (.slug, "-a"), (.slug, "a-"), (.slug, "a--b"),
        (.slug, "A"), (.slug, "ä"), (.slug, "a_b"),
        (.country, "de"), (.country, "XX"), (.country, "UK"), (.country, "DEU"), (.country, ""), (.country, "DE "),
        (.language, ""), (.language, "e"), (.language, "en_US"),
        (.language, "en-"), (.language, "-en"), (.language, "en-x"), (.language, "en-a"), (.language, "en-a-x-b"),
        (.language, "toolonglang"), (.language, "12"),
        (.language, "en-toolongsubtag"), (.language, "de-abcd-abcd-abcd"), (.timezone, ""), (.timezone, "Europe"),
        (.timezone, "europe/berlin"), (.timezone, "Europe/Atlantis"),
        (.timezone, "../etc/passwd"), (.timezone, "\u{212a}wajalein"), (.timezone, "Factory"), (.timezone, " UTC"),
    ]
}
