/// The name, the base path and the version of the API are written as they must be.
struct APICheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let name = spec.api.name
        if !Self.isName(name.value) {
            findings.error(
                .malformedValue, at: name.mark, "`\(Words.shown(name.value))` cannot be the name of the API",
                help: "write lower-case letters, digits and `-`, at most 63, beginning with a letter")
        }
        let base = spec.api.base
        if !base.value.isEmpty, !PathsCheck.isPath(base.value) {
            findings.error(
                .malformedValue, at: base.mark, "`\(Words.shown(base.value))` is not a base path",
                help: "write `base: /api`, without a slash at the end, or `base: \"\"` for none")
        }
        let version = spec.api.version
        if CalendarText.days(version.value) == nil {
            findings.error(
                .malformedValue, at: version.mark, "`\(Words.shown(version.value))` is not a date",
                help: "write a date such as `version: 2026-11-01`")
        }
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= 63 else { return false }
        return name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "_")
        }
    }
}
