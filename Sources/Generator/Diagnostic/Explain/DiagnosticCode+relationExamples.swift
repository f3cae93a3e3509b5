extension DiagnosticCode {
    /// 360–379: how resources refer to each other and to whose records are.
    var exampleOfRelations: ExampleSpec? {
        switch self {
        case .referenceTarget:
            .replacing(
                "id: {type: uuid, unique: true, immutable: true, read: user}\n      owner",
                wrong: "id: {type: uuid, ref: author, unique: true, immutable: true, read: user}\n      owner",
                right: "id: {type: uuid, unique: true, immutable: true, read: user}\n      owner", in: Self.books)
        case .deletionRule:
            .replacing("on_delete: restrict", wrong: "on_delete: null", right: "on_delete: cascade", in: Self.books)
        case .cascadeCycle:
            .replacing(
                "optional: true, on_delete: null", wrong: "optional: true, on_delete: cascade",
                right: "optional: true, on_delete: null", in: Self.books)
        case .ownership:
            .replacing(
                "create: admin, update: [owner, admin]", wrong: "create: owner, update: [owner, admin]",
                right: "create: admin, update: [owner, admin]", in: Self.books)
        default: nil
        }
    }

    private static let books = """
        spec: 1
        api: {name: books, base: /api, version: 2026-11-01}
        identity: {table: auth.users, key: id, claim: sub}
        roles:
          user: {token: true}
          owner: {when: actor.id == record.owner}
          admin: {claim: admin}
        resources:
          author:
            table: authors
            path: /authors
            key: id
            allow: {read: user, create: admin, delete: admin}
            fields:
              id: {type: uuid, unique: true, immutable: true, read: user}
              mentor: {type: uuid, ref: author, optional: true, on_delete: null, read: user, write: admin}
          book:
            table: books
            path: /books
            key: id
            allow: {read: user, create: admin, update: [owner, admin], delete: admin}
            fields:
              id: {type: uuid, unique: true, immutable: true, read: user}
              owner: {type: uuid, ref: identity, read: user, write: admin}
              author: {type: uuid, ref: author, on_delete: restrict, read: user, write: admin}

        """
}
