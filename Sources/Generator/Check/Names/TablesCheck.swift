/// Each table is of one resource, and the authentication layer's is of none.
struct TablesCheck: Check {
    func run(_ spec: Spec, _ findings: Findings) {
        let identity = Self.qualified(spec.identity.table.value)
        var first: [String: Located<String>] = [:]
        for resource in spec.resources {
            let name = Self.qualified(resource.table.value)
            if name == identity {
                findings.error(
                    .contradiction, at: resource.table.mark,
                    "the table of the authentication layer is referenced and never altered",
                    help: "give the resource a table of its own",
                    notes: [Related("it is named here", at: spec.identity.table.mark)])
            } else if let other = first[name] {
                findings.error(
                    .nameUsedTwice, at: resource.table.mark, "two resources have the table `\(resource.table.value)`",
                    help: "give each a table of its own", notes: [Related("the other is here", at: other.mark)])
            } else {
                first[name] = resource.table
            }
        }
    }

    /// A table without a schema is found in `public`, if nobody has changed the search path.
    static func qualified(_ table: String) -> String {
        table.utf8.contains(UInt8(ascii: ".")) ? table : "public." + table
    }
}
