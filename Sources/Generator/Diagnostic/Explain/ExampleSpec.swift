/// A small spec with one mistake, and the same spec without it. What is said about it is found by checking it, so a page
/// never shows what is no longer said.
package struct ExampleSpec: Equatable, Sendable {
    package let wrong: String
    package let right: String

    /// The good spec below with one piece of it written wrong.
    static func replacing(_ piece: String, with mistake: String, in spec: String = people) -> Self {
        Self(wrong: replace(piece, mistake, in: spec), right: spec)
    }

    /// The good spec with one piece changed in two ways, wrong and right.
    static func replacing(
        _ piece: String, wrong: String, right: String, in spec: String = people
    ) -> Self {
        Self(wrong: replace(piece, wrong, in: spec), right: replace(piece, right, in: spec))
    }

    /// The good spec with one more field, wrong and right.
    static func field(wrong: String, right: String) -> Self {
        let last = "      status:"
        return replacing(last, wrong: "      \(wrong)\n\(last)", right: "      \(right)\n\(last)")
    }

    /// The good spec with more at its end, wrong and right.
    static func appending(wrong: String, right: String, to spec: String = people) -> Self {
        Self(wrong: spec + wrong, right: spec + right)
    }

    private static func replace(_ piece: String, _ other: String, in spec: String) -> String {
        guard let range = spec.firstRange(of: piece) else { preconditionFailure("no `\(piece)` in the example") }
        return spec.replacingCharacters(in: range, with: other)
    }

    /// The good spec that most examples spoil.
    static let people = """
        spec: 1
        api: {name: people, base: /api, version: 2026-11-01}
        identity: {table: auth.users, key: id, claim: sub}
        roles:
          user: {token: true}
          self: {when: actor.id == record.user_id}
          admin: {claim: admin}
        resources:
          profile:
            table: profiles
            path: /users
            key: user_id
            allow: {read: user, list: admin, create: admin, update: [self, admin]}
            fields:
              user_id: {type: uuid, ref: identity, unique: true, immutable: true, read: user}
              name: {type: string, length: 1..100, read: user, write: [self, admin], sort: true}
              status: {type: enum, of: [active, suspended], default: active, read: user, write: admin}
            list: {sort: [name]}

        """

    /// A good spec in which owners choose who sees a field.
    static let choices = """
        spec: 1
        api: {name: people, base: /api, version: 2026-11-01}
        identity: {table: auth.users, key: id, claim: sub}
        roles:
          user: {token: true}
          self: {when: actor.id == record.user_id}
        resources:
          profile:
            table: profiles
            path: /users
            key: user_id
            allow: {read: user, update: self}
            fields:
              user_id: {type: uuid, ref: identity, unique: true, immutable: true, read: user}
              bio: {type: text, optional: true, read: {visibility: bio}, write: self}
            visibility: {levels: [nobody, user], defaults: {bio: user}, setting: privacy.seen_by}
          settings:
            table: settings
            path: /users/{id}/settings
            key: user_id
            one_per: profile
            allow: {read: self, update: self}
            sections:
              privacy:
                seen_by: {type: map, keys: profile.visibility, of: profile.visibility.levels}

        """
}

extension String {
    /// Foundation's, which the generator does without.
    fileprivate func firstRange(of piece: String) -> Range<String.Index>? {
        let (all, part) = (Array(utf8), Array(piece.utf8))
        guard part.count <= all.count, !part.isEmpty else { return nil }
        for start in 0...(all.count - part.count) where all[start..<(start + part.count)].elementsEqual(part) {
            let begin = utf8.index(startIndex, offsetBy: start)
            return begin..<utf8.index(begin, offsetBy: part.count)
        }
        return nil
    }

    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
