import TestSupport
import Testing

/// The pages of the list, walked as a client walks them.
struct Pages {
    struct Page {
        let ids: [String]
        let next: String?
        let previous: String?
        let answer: Answer
    }

    let client: Client
    let query: String

    func page(_ cursor: String? = nil) async throws -> Page {
        let answer = try await client.get("/api/admin/users?\(query)" + (cursor.map { "&cursor=\($0)" } ?? ""))
        #expect(answer.status == 200, "\(answer.body)")
        let page = answer.json["page"]
        let next = page?["next_cursor"]?.string
        #expect(page?["has_more"]?.bool == (next != nil))
        return Page(
            ids: answer.json["data"]?.elements.compactMap { $0["user_id"]?.string } ?? [], next: next,
            previous: page?["prev_cursor"]?.string, answer: answer)
    }

    /// All pages from the first to the last. `between` runs after each.
    func forth(_ between: (Int) async throws -> Void = { _ in }) async throws -> [Page] {
        var pages = [try await page()]
        while let next = pages[pages.count - 1].next {
            try await between(pages.count)
            pages.append(try await page(next))
            try #require(pages.count < 500, "the pages have no end")
        }
        return pages
    }

    /// All pages before this one, the nearest first.
    func back(from last: Page) async throws -> [Page] {
        var pages: [Page] = []
        var page = last
        while let previous = page.previous {
            page = try await self.page(previous)
            pages.append(page)
            try #require(pages.count < 500, "the pages have no beginning")
        }
        return pages
    }
}
