import Generator

/// Contracts of one table, each a change to the one before or after; every pair of them is migrated.
enum TestContract: String, CaseIterable, Sendable {
    case base, added, filled, wider, narrower, words, fewerWords, unique, sorted, required, number, references, table
    /// A column gets another name, and a field another one for the same column.
    case renamed, names

    /// The fields that each has beside the key.
    private var fields: [String] {
        let name = "name: {type: string, length: 1..40, optional: true, read: user, write: self}"
        let note = "note: {type: text, length: ..500, optional: true, read: user, write: self}"
        let size = "size: {type: enum, of: [small, large], default: small, read: user, write: self}"
        let count = "count: {type: int, min: 0, optional: true, read: user, write: self}"
        let sortedName = "name: {type: string, length: 1..40, optional: true, read: user, write: self, sort: true}"
        switch self {
        case .base, .table: return [name, note, size, count]
        case .added:
            return [
                name, note, size, count, "title: {type: string, length: ..80, optional: true, read: user, write: self}",
            ]
        case .filled:
            return [name, note, size, count, "level: {type: int, default: 3, min: 1, read: user, write: self}"]
        case .wider: return [name.replacing("1..40", with: "1..60"), note, size, count]
        case .narrower: return [name.replacing("1..40", with: "2..20"), note, size, count]
        case .words: return [name, note, size.replacing("small, large", with: "small, large, huge"), count]
        case .fewerWords: return [name, note, size.replacing("small, large", with: "small"), count]
        case .unique: return [name.replacing("read:", with: "unique: {ci: true}, read:"), note, size, count]
        case .sorted: return [sortedName, note, size, count]
        case .required:
            return [name, note, size, count.replacing("optional: true", with: "default: 7")]
        case .number:
            return [
                name, note, size,
                "count: {type: decimal, precision: 12, scale: 2, min: 0, optional: true, read: user, write: self}",
            ]
        case .renamed:
            return [name, note, "fit: {was: [size], column: fit, " + size.dropFirst("size: {".count), count]
        case .names:
            return [name, "remark: {was: [note], column: note, " + note.dropFirst("note: {".count), size, count]
        case .references:
            return [
                name, note, size, count, "parent: {type: uuid, ref: identity, optional: true, read: user, write: self}",
            ]
        }
    }

    var spec: String {
        Self.spec(
            fields, list: self == .sorted ? "-created_at, name" : "-created_at",
            others: self == .table ? Self.second : "")
    }

    static func spec(_ fields: [String], list: String = "-created_at", others: String = "") -> String {
        """
        spec: 1
        api: {name: test, base: /api, version: 2026-11-01}
        identity: {table: auth.users, key: id, claim: sub}
        roles:
          user: {token: true}
          self: {when: actor.id == record.user_id}
        resources:
          person:
            table: persons
            path: /people
            key: user_id
            allow: {read: user, list: user, create: user, update: self}
            timestamps: [created_at, updated_at]
            fields:
              id: {type: serial, internal: true}
              user_id: {type: uuid, ref: identity, unique: true, immutable: true, read: user}
        \(fields.map { "      \($0)" }.joined(separator: "\n"))
            list: {sort: [\(list)], page: {default: 25, max: 200}}
        \(others)
        """
    }

    private static let second = """
          thing:
            table: shop.things
            path: /things
            key: thing_id
            allow: {read: user, create: user, update: user}
            fields:
              thing_id: {type: uuid, unique: true, immutable: true, read: user}
              label: {type: string, length: 2..40, read: user, write: user}
              owner: {type: uuid, ref: identity, optional: true, read: user, write: user}
        """

    /// - Throws: when the spec is refused, with its findings.
    func document() throws -> ContractDocument { try Self.document(spec, path: "\(rawValue).yaml") }

    func contract() throws -> Contract { try Self.contract(spec, path: "\(rawValue).yaml") }

    static func document(_ spec: String, path: String) throws -> ContractDocument {
        ContractDocument(try contract(spec, path: path))
    }

    private static func contract(_ spec: String, path: String) throws -> Contract {
        let accepted = Pipeline.accept(SpecSource(path: path, text: spec))
        guard let spec = accepted.spec else {
            throw RefusedSpec(findings: accepted.diagnostics.map(\.rendered).joined(separator: "\n"))
        }
        return Contract(spec)
    }
}

struct RefusedSpec: Error, CustomStringConvertible {
    let findings: String
    var description: String { findings }
}

extension String {
    /// Without Foundation.
    fileprivate func replacing(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
