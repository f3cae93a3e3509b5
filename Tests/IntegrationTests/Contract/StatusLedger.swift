import Synchronization
import TestSupport
import Testing

/// Which statuses of which operations requests have got.
final class StatusLedger: Sendable {
    private struct Entry: Hashable {
        let operation: DocumentedOperation
        let status: Int
    }

    private let entries = Mutex<Set<Entry>>([])

    /// Notes an answer that should have the status.
    func expect(
        _ status: Int, _ answer: Answer, of operation: DocumentedOperation,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(
            answer.status == status, "\(operation.testDescription): \(answer.body)", sourceLocation: location)
        entries.withLock { _ = $0.insert(Entry(operation: operation, status: answer.status)) }
    }

    func has(_ status: Int, of operation: DocumentedOperation) -> Bool {
        entries.withLock { $0.contains(Entry(operation: operation, status: status)) }
    }
}
