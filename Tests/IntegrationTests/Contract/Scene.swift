import TestSupport
import Testing

/// A person, somebody who may do the operation on them, and requests that get each of the statuses.
struct Scene {
    let deployment: Deployment
    let operation: DocumentedOperation
    let person: Person
    /// An identity that has no profile yet, for what makes one.
    let newcomer: String
    let writer: Client

    init(_ deployment: Deployment, _ operation: DocumentedOperation) async throws {
        let newcomer = operation.isAdmin ? try await deployment.identity() : ""
        let person = try await deployment.person { person in
            switch operation.move {
            case "activate": person.status = "invited"
            case "reactivate": person.status = "suspended"
            default: break
            }
        }
        try await self.init(deployment, operation, person, newcomer: newcomer)
    }

    /// A scene in a database that need not be there.
    init(
        _ deployment: Deployment, _ operation: DocumentedOperation, _ person: Person, newcomer: String = Person().id
    ) async throws {
        self.deployment = deployment
        self.operation = operation
        self.person = person
        self.newcomer = newcomer
        writer =
            operation.isAdmin ? try await deployment.client(roles: "admin") : try await deployment.client(as: person)
    }

    var path: String {
        operation.pattern.replacing("{id}", with: person.id)
    }

    /// A good body; `nil` for an operation that takes none.
    var body: String? {
        switch operation.method {
        case "GET": nil
        case "POST" where operation.move == "suspend": #"{"reason":"A test."}"#
        case "POST" where operation.move != nil: "{}"
        case "POST" where operation.pattern.hasSuffix("/name-check"): #"{"display_name":"Ada"}"#
        case "POST": #"{"user_id":"\#(newcomer)","display_name":"New","email":"\#(newcomer)@example.com"}"#
        default:
            if let section = operation.section {
                Self.sections[section]
            } else if operation.isSettings {
                #"{"ui_preferences":{"theme":"dark"}}"#
            } else {
                #"{"display_name":"Ada","email":"\#(person.email)"}"#
            }
        }
    }

    private static let sections = [
        "notification_preferences": #"{"digest":"daily"}"#, "ui_preferences": #"{"theme":"dark"}"#,
        "privacy_settings": #"{"searchable":false}"#,
    ]

    func send(
        as client: Client, path: String? = nil, body: String? = nil, headers: [String: String] = [:]
    ) async throws -> Answer {
        try await client.send(operation.method, path ?? self.path, body ?? self.body, headers: headers)
    }

    /// The answer to a request that should get the status; `nil` for a status that no request gets.
    func provoke(_ status: Int) async throws -> Answer? {
        switch status {
        case 200, 201: try await send(as: writer)
        case 304: try await send(as: writer, headers: ["If-None-Match": send(as: writer).etag])
        case 400: try await malformed()
        case 401: try await unauthorized()
        case 403: try await forbidden()
        case 404: try await missing()
        case 409: try await taken()
        case 412: try await send(as: writer, headers: ["If-Match": "\"1-0-00000000\""])
        case 413: try await send(as: writer, headers: ["Content-Length": "1048577"])
        case 414: try await send(as: writer, path: path + "?" + String(repeating: "a", count: 8 << 10))
        case 415: try await send(as: writer, headers: ["Content-Type": "text/plain"])
        case 422: try await send(as: writer, body: #"{"nonsense":1}"#)
        case 431: try await send(as: writer, headers: ["X-Large": String(repeating: "a", count: 16 << 10)])
        default: nil
        }
    }

    private func unauthorized() async throws -> Answer {
        // Where no token is needed, one that is sent must be good all the same.
        try await send(as: operation.isService ? Client(port: deployment.port, token: "a.b.c") : deployment.anonymous)
    }

    private func malformed() async throws -> Answer {
        if operation.isService { return try await send(as: writer, headers: ["Host": "a/b"]) }
        return body == nil
            ? try await send(as: writer, path: path + "?nonsense=1") : try await send(as: writer, body: "{\"a\":")
    }

    private func forbidden() async throws -> Answer {
        if operation.isOwn { return try await send(as: deployment.client(subject: "billing", roles: ["service"])) }
        let peer = try await deployment.client(as: deployment.person())
        // Everybody may read a profile, and nobody else may see some of its fields.
        let isProfile = operation.method == "GET" && !operation.isSettings && !operation.isAdmin
        return try await send(as: peer, path: isProfile ? path + "?fields=status" : nil)
    }

    private func missing() async throws -> Answer {
        // Somebody who has no record may do with it what owners may.
        let stranger = try await deployment.identity()
        let isGiven = operation.pattern.contains("{id}")
        let client = try await deployment.client(subject: stranger, roles: operation.isAdmin ? ["admin"] : [])
        return try await send(
            as: client, path: isGiven ? path.replacing(person.id, with: stranger) : nil)
    }

    private func taken() async throws -> Answer {
        if operation.move != nil {
            // Where the move led to is no state that it starts from.
            _ = try await send(as: writer)
            return try await send(as: writer)
        }
        let other = try await deployment.person()
        let id = operation.method == "POST" ? newcomer : person.id
        let key = operation.method == "POST" ? #""user_id":"\#(id)","# : ""
        return try await send(
            as: writer, body: #"{\#(key)"display_name":"Ada","email":"\#(other.email.uppercased())"}"#)
    }
}
