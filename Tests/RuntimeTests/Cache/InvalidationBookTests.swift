import Testing

@testable import Runtime

@Suite("InvalidationBook")
struct InvalidationBookTests {
    private let start = ContinuousClock.now

    private func take(_ book: inout InvalidationBook) -> [InvalidationBook.Order] {
        var orders: [InvalidationBook.Order] = []
        while let order = book.next() { orders.append(order) }
        return orders
    }

    private func add(_ book: inout InvalidationBook, _ number: UInt64, _ version: Int64, hold: Duration? = nil) {
        book.add(.test(number), version: version, holdUntil: hold.map { start + $0 }, now: start)
    }

    private func next(_ book: inout InvalidationBook) throws -> InvalidationBook.Order {
        let order = book.next()
        return try #require(order)
    }

    private func bypasses(_ book: inout InvalidationBook, _ number: UInt64, after: Duration = .zero) -> Bool {
        book.bypasses(.test(number), now: start + after)
    }

    @Test("a record is bypassed from the write until its invalidation has arrived")
    func bypass() throws {
        var book = InvalidationBook(limit: 10, window: 10)
        #expect(!bypasses(&book, 1))
        add(&book, 1, 5)
        #expect(bypasses(&book, 1))
        #expect(!bypasses(&book, 2))
        let order = try next(&book)
        #expect(book.next() == nil)
        #expect(book.answered(order, wasDelivered: false, now: start) == nil)
        #expect(bypasses(&book, 1))
        #expect(book.next() == nil, "not before it is resumed")
        book.resume()
        let again = try next(&book)
        #expect(book.answered(again, wasDelivered: true, now: start) == start)
        #expect(!bypasses(&book, 1))
        #expect(book.count == 0)
    }

    @Test("a write after the order was sent is an order of its own")
    func later() throws {
        var book = InvalidationBook(limit: 10, window: 10)
        add(&book, 1, 5)
        let first = try next(&book)
        add(&book, 1, 7)
        add(&book, 1, 6)
        #expect(book.next() == nil)
        #expect(book.answered(first, wasDelivered: true, now: start) == nil)
        #expect(bypasses(&book, 1))
        guard case .record(.test(1), version: 7, holdUntil: nil, _)? = book.next() else {
            Testing.Issue.record("not the newest version")
            return
        }
    }

    @Test("no more orders than the window are under way")
    func window() {
        var book = InvalidationBook(limit: 100, window: 3)
        for number in 0..<10 as Range<UInt64> { add(&book, number, 1) }
        let orders = take(&book)
        #expect(orders.count == 3)
        _ = book.answered(orders[0], wasDelivered: true, now: start)
        #expect(take(&book).count == 1)
        #expect(book.count == 9)
    }

    @Test("a record with an unknown write is bypassed until it must be settled, delivered or not")
    func hold() throws {
        var book = InvalidationBook(limit: 1, window: 10)
        add(&book, 1, 5, hold: .seconds(5))
        let order = try next(&book)
        _ = book.answered(order, wasDelivered: true, now: start)
        #expect(bypasses(&book, 1, after: .seconds(4)))
        #expect(!bypasses(&book, 1, after: .seconds(5)))
        // Its place is free for another.
        add(&book, 2, 1)
        #expect(book.count == 1)
        #expect(book.overflows == 0)
    }

    @Test("more than it may hold is everything; what is written after that was sent is remembered again")
    func overflow() throws {
        var book = InvalidationBook(limit: 3, window: 10)
        add(&book, 0, 1)
        let before = try next(&book)
        for number in 1..<5 as Range<UInt64> { add(&book, number, 1, hold: number == 2 ? .seconds(9) : nil) }
        #expect(book.count == nil)
        #expect(bypasses(&book, 99))
        add(&book, 7, 1, hold: .seconds(10))
        // The answer to what was forgotten changes nothing.
        _ = book.answered(before, wasDelivered: true, now: start)
        let all = take(&book)
        #expect(all.count == 1)
        #expect(all.first?.holdUntil == start + .seconds(10))
        add(&book, 8, 1)
        #expect(book.answered(all[0], wasDelivered: false, now: start) == nil)
        #expect(bypasses(&book, 99))
        book.resume()
        let again = try next(&book)
        add(&book, 9, 1)
        #expect(book.answered(again, wasDelivered: true, now: start) != nil)
        #expect(!bypasses(&book, 99))
        #expect(bypasses(&book, 9))
    }

    @Test("an overflow while everything is being dropped drops everything once more")
    func overflowTwice() throws {
        var book = InvalidationBook(limit: 1, window: 10)
        for number in 0..<2 as Range<UInt64> { add(&book, number, 1) }
        let first = try next(&book)
        for number in 2..<4 as Range<UInt64> { add(&book, number, 1) }
        _ = book.answered(first, wasDelivered: true, now: start)
        #expect(bypasses(&book, 99))
        let second = try next(&book)
        _ = book.answered(second, wasDelivered: true, now: start)
        #expect(!bypasses(&book, 99))
        #expect(book.overflows == 2)
    }
}
