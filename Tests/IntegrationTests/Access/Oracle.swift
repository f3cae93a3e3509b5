/// Who asks about a person.
enum Asker: String, CaseIterable, Sendable {
    case user, support, admin, service
    /// The person themselves.
    case own
}

/// Who sees and who writes what, read off `spec/users.yaml` by hand. `x` is yes, `-` is no, `c` is by the owner's choice.
enum Oracle {
    private static let sight = """
        field            user  support  admin  service  own
        user_id          x     x        x      x        x
        display_name     x     x        x      x        x
        display_initials x     x        x      x        x
        has_bio          c     c        c      c        x
        avatar_url       x     x        x      x        x
        bio              c     c        c      c        x
        email            c     c        x      c        x
        phone            c     c        x      c        x
        status           -     x        x      -        x
        last_active_at   -     -        x      -        x
        job_title        x     x        x      x        x
        customer_tier    -     -        x      -        x
        created_at       x     x        x      x        x
        updated_at       x     x        x      x        x
        """

    /// Of a body that changes a profile: `x` is 200, `n` is 422 not_writable, `f` is 403.
    private static let writing = """
        field            user  support  admin  service  own
        user_id          f     f        n      f        n
        display_name     f     f        x      f        x
        display_initials f     f        n      f        n
        has_bio          f     f        n      f        n
        avatar_url       f     f        x      f        x
        bio              f     f        x      f        x
        email            f     f        x      f        x
        phone            f     f        x      f        x
        status           f     f        n      f        n
        last_active_at   f     f        n      f        n
        job_title        f     f        x      f        x
        customer_tier    f     f        x      f        n
        created_at       f     f        n      f        n
        updated_at       f     f        n      f        n
        """

    /// Of a body that changes settings.
    private static let settingsWriting = """
        field                     user  support  admin  service  own
        notification_preferences  f     f        x      f        x
        ui_preferences            f     f        x      f        x
        privacy_settings          f     f        n      f        x
        """

    /// The choices that rule fields of other names.
    private static let choice = ["has_bio": "bio"]

    /// Whom the standard choice lets in, for those who chose nothing.
    static let standard = ["bio": "user", "email": "nobody", "phone": "nobody"]

    /// The fields that an asker sees of a person with these choices, and those that are masked.
    static func view(_ asker: Asker, _ choices: [String: String]) -> (seen: Set<String>, masked: Set<String>) {
        var (seen, masked): (Set<String>, Set<String>) = ([], [])
        for (field, marks) in table(sight) {
            switch marks[asker] {
            case "x": seen.insert(field)
            case "c":
                // Who asks has a token, so `user` and `anyone` let in all alike.
                let choice = choice[field] ?? field
                let isShown = ["user", "anyone"].contains(choices[choice] ?? standard[choice])
                if isShown { seen.insert(field) } else { masked.insert(field) }
            default: break
            }
        }
        return (seen, masked)
    }

    static var profileWriting: [String: [Asker: Character]] { table(writing) }
    static var sectionWriting: [String: [Asker: Character]] { table(settingsWriting) }

    private static func table(_ text: String) -> [String: [Asker: Character]] {
        let rows = text.split(separator: "\n").map { $0.split(separator: " ") }
        let askers = rows[0].dropFirst().compactMap { Asker(rawValue: String($0)) }
        return Dictionary(
            uniqueKeysWithValues: rows.dropFirst().map { row in
                (String(row[0]), Dictionary(uniqueKeysWithValues: zip(askers, row.dropFirst().map { $0.first ?? "?" })))
            })
    }
}

extension Deployment {
    func client(_ asker: Asker, about person: Person) async throws -> Client {
        switch asker {
        case .own: try await client(as: person)
        case .user: try await client(roles: "user")
        default: try await client(roles: asker.rawValue)
        }
    }
}
