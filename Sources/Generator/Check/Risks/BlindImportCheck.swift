/// Every record counts its versions, and a change names the one that it has seen. A file is older than what it changes, so an
/// import that changes records says what it does with those that have changed since.
struct BlindImportCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        for file in spec.imports where ["update", "upsert"].contains(file.mode.value) && !file.saysVersions {
            findings.error(
                .blindWrite, at: file.mode.mark,
                "this import changes records of `\(Words.shown(file.resource.value))`, and names no version of them",
                help: "add `versions: required`, or `versions: latest` to write over what has changed since")
        }
    }
}
