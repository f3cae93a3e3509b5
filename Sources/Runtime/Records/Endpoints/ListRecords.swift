import NIOCore
import NIOHTTP1

/// `GET`: the records page by page, each as the caller may see it.
///
/// Pages are found by key (a cursor holds the last record's sort value and key), so that a page costs the same wherever
/// it is, and records that come or go meanwhile make no other record come twice or be left out.
///
/// - `limit=`, `sort=`, `cursor=` and `fields=` are taken; anything else is a 400.
package struct ListRecords<R: Resource>: Endpoint {
    private let store: RecordStore<R>
    private let facts: ListFacts
    private let cursors: CursorSeal

    package init(_ store: RecordStore<R>, _ facts: ListFacts, cursors: CursorSeal) {
        self.store = store
        self.facts = facts
        self.cursors = cursors
    }

    package func answerNow(_ request: Request) throws(Problem) -> Response? {
        try admit(request)
        return nil
    }

    package func answer(_ request: Request) async throws -> Response {
        try admit(request)
        let asked = try ListRequest<R>(request.query, facts, cursors, roles: request.caller.roles)
        store.formerNameUses.count(.parameter, asked.formerNames, of: R.facts, by: request.headers)
        let began = Timestamps.now
        let page = try await page(asked, request.deadline)
        var links: [String] = []
        let body = write(page, asked, request, asOf: began, &links)
        let headers = links.isEmpty ? [] : [(name: "Link", value: links.joined(separator: ", "))]
        return Response(.ok, contentType: .json, body: body, headers: headers)
    }

    private func admit(_ request: Request) throws(Problem) {
        guard request.caller.roles.intersects(R.facts.access.list) else { throw .refused(request.caller) }
    }

    private func page(_ asked: ListRequest<R>, _ deadline: ContinuousClock.Instant) async throws -> ListPage {
        var parameters = Parameters()
        parameters.int8(Int64(asked.limit + 1))
        asked.cursor?.bind(to: &parameters, as: asked.order.type)
        let statement =
            switch asked.cursor?.direction {
            case nil: asked.order.first
            case .after: asked.order.after
            case .before: asked.order.before
            }
        let rows = try await store.query(statement, parameters, deadline: deadline)
        return ListPage(rows, limit: asked.limit, order: asked.order, cursor: asked.cursor)
    }

    private func write(
        _ page: ListPage, _ asked: ListRequest<R>, _ request: Request, asOf: Int64, _ links: inout [String]
    ) -> ByteBuffer {
        var json = JSONWriter(buffer: ByteBufferAllocator().buffer(capacity: 256 + page.rows.count * 400))
        json.beginObject()
        json.key("data")
        json.beginArray()
        let fields = asked.fields ?? .all(request.showsFormerNames ? R.facts.servedFormerNames : [])
        for row in page.rows { write(row, fields, request.caller, to: &json) }
        json.endArray()
        json.key("page")
        json.beginObject()
        json.key("next_cursor")
        link(page.next, "next", asked, request, &links, to: &json)
        json.key("prev_cursor")
        link(page.previous, "prev", asked, request, &links, to: &json)
        json.key("has_more")
        json.bool(page.next != nil)
        json.key("limit")
        json.int(asked.limit)
        json.endObject()
        json.key("as_of")
        json.timestamp(asOf)
        json.endObject()
        return json.buffer
    }

    private func write(_ row: Row, _ fields: FieldSelection, _ caller: Caller, to json: inout JSONWriter) {
        json.beginObject()
        store.write(fields, readable: R.readable(row, by: store.roles(of: caller, in: row)), of: row, to: &json)
        json.endObject()
    }

    /// Writes a cursor, or `null`, and adds its link (RFC 8288) with the parameters of this request.
    private func link(
        _ cursor: ListCursor?, _ relation: String, _ asked: ListRequest<R>, _ request: Request,
        _ links: inout [String], to json: inout JSONWriter
    ) {
        guard let cursor else { return json.null() }
        let sealed = cursors.seal(cursor.bytes, context: ListRequest<R>.context(asked.order))
        json.string(sealed)
        var query = "limit=\(asked.limit)&sort=\(asked.order.name)"
        if let fields = asked.fields {
            let names = fields.names(of: FieldMask(rawValue: .max), in: R.facts)
            query += "&fields=" + names.map(\.description).joined(separator: ",")
        }
        links.append("<\(request.path)?\(query)&cursor=\(sealed)>; rel=\"\(relation)\"")
    }
}
