/// One call at a time that is to come. Belongs to the reactor's thread.
package final class ReactorTimer {
    let deadline: ContinuousClock.Instant
    /// `nil` once called or cancelled.
    fileprivate var body: (() -> Void)?

    init(_ deadline: ContinuousClock.Instant, _ body: @escaping () -> Void) {
        self.deadline = deadline
        self.body = body
    }
}

/// Timers by deadline, as a binary heap. A cancelled timer stays until its time, or until the cancelled ones are more
/// than half, so that the heap is never more than twice what is awaited.
final class TimerHeap {
    private var heap: [ReactorTimer] = []
    private var cancelled = 0

    var isEmpty: Bool { heap.isEmpty }

    func insert(_ timer: ReactorTimer) {
        heap.append(timer)
        siftUp(heap.count - 1)
    }

    func cancel(_ timer: ReactorTimer) {
        guard timer.body != nil else { return }
        timer.body = nil
        cancelled += 1
        if cancelled > 16, cancelled * 2 > heap.count { compact() }
    }

    /// Takes out what was to be called by `now`, earliest first.
    func popDue(_ now: ContinuousClock.Instant) -> (() -> Void)? {
        while let first = heap.first {
            guard let body = first.body else {
                removeFirst()
                cancelled -= 1
                continue
            }
            guard first.deadline <= now else { return nil }
            removeFirst()
            first.body = nil
            return body
        }
        return nil
    }

    /// The wait until the earliest timer as `poll` takes it: rounded up, so that it isn't woken too early; -1 for none.
    func millisecondsToNext() -> Int32 {
        while let first = heap.first, first.body == nil {
            removeFirst()
            cancelled -= 1
        }
        guard let first = heap.first else { return -1 }
        let parts = (first.deadline - .now).components
        if parts.seconds < 0 || parts.attoseconds < 0 { return 0 }
        if parts.seconds > 3600 { return 3_600_000 }
        return Int32(parts.seconds * 1000 + (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    private func compact() {
        let live = heap.filter { $0.body != nil }
        heap.removeAll(keepingCapacity: true)
        cancelled = 0
        for timer in live { insert(timer) }
    }

    private func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        siftDown()
    }

    private func siftUp(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].deadline < heap[parent].deadline else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private func siftDown() {
        var parent = 0
        while true {
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].deadline < heap[smallest].deadline { smallest = child }
            }
            guard smallest != parent else { return }
            heap.swapAt(parent, smallest)
            parent = smallest
        }
    }
}
