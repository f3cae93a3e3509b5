/// The loads that one query answers.
final class LoadBatch {
    /// By key, so that a row finds who asked for it.
    private let tickets: [LoadTicket]
    private let keyColumn: Int
    private let onFinish: () -> Void

    init(_ tickets: [LoadTicket], keyColumn: Int, onFinish: @escaping () -> Void) {
        self.tickets = tickets.sorted { $0.key < $1.key }
        self.keyColumn = keyColumn
        self.onFinish = onFinish
    }

    /// Each key once.
    var keys: [RecordID] {
        var keys: [RecordID] = []
        keys.reserveCapacity(tickets.count)
        for ticket in tickets where ticket.key != keys.last { keys.append(ticket.key) }
        return keys
    }

    /// The earliest: past it the connection is dropped, with all that hangs on it.
    var deadline: ContinuousClock.Instant {
        tickets.reduce(tickets[0].deadline) { min($0, $1.deadline) }
    }

    func finish(_ outcome: Result<Rows, PostgresError>) {
        switch outcome {
        case .success(let rows): share(rows)
        case .failure(let error):
            for ticket in tickets { ticket.finish(.failure(error)) }
        }
        onFinish()
    }

    /// A row goes to those whose key it carries and to nobody else, whatever its place in the answer.
    private func share(_ rows: Rows) {
        var answers = [Row?](repeating: nil, count: tickets.count)
        for row in rows {
            guard let key = row.uuid(keyColumn) else { continue }
            var index = firstIndex(of: key)
            while index < tickets.count, tickets[index].key == key {
                answers[index] = row
                index += 1
            }
        }
        for (ticket, answer) in zip(tickets, answers) { ticket.finish(.success(answer)) }
    }

    private func firstIndex(of key: RecordID) -> Int {
        var (low, high) = (0, tickets.count)
        while low < high {
            let middle = (low + high) / 2
            if tickets[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
