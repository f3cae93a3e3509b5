/// One page of a list, from the rows that a statement gave: one more than the page has tells whether there is more.
struct ListPage {
    let rows: [Row]
    /// Beyond the last row; `nil` when there is nothing.
    let next: ListCursor?
    /// Before the first row; `nil` when there is nothing.
    let previous: ListCursor?

    init(_ found: Rows, limit: Int, order: ListOrder, cursor: ListCursor?) {
        let isFull = found.count > limit
        let isBackwards = cursor?.direction == .before
        let page = Array(found.prefix(limit))
        rows = isBackwards ? page.reversed() : page
        // Whence one came there is something, unless it has gone meanwhile; then that page is empty.
        let hasNext = isBackwards || isFull
        let hasPrevious = isBackwards ? isFull : cursor != nil
        next = hasNext ? rows.last.map { ListCursor(.after, beside: $0, order) } : nil
        previous = hasPrevious ? rows.first.map { ListCursor(.before, beside: $0, order) } : nil
    }
}
