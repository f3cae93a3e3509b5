extension LinearPattern {
    /// Whether the pattern matches somewhere in `text`.
    package func matches(_ text: String) -> Bool {
        var steps = 0
        return matches(text, steps: &steps)
    }

    /// Follows all ways through the program at once. `steps` becomes the count of instructions that were looked at: at
    /// most one visit of each for each place in the text, and that is what makes the time linear.
    package func matches(_ text: String, steps: inout Int) -> Bool {
        var threads = PatternThreads(program: program)
        var rest = text.unicodeScalars.makeIterator()
        var isAtStart = true
        defer { steps = threads.steps }
        while true {
            let scalar = rest.next()
            if threads.advance(isAtStart: isAtStart, isAtEnd: scalar == nil) { return true }
            guard let scalar else { return false }
            threads.consume(scalar.value)
            isAtStart = false
        }
    }
}

/// The places in a program that the text so far can lead to.
private struct PatternThreads {
    let program: [LinearPattern.Instruction]
    private(set) var steps = 0
    /// Places to follow at the present position of the text.
    private var pending: [Int] = []
    /// Places that wait for a scalar.
    private var waiting: [Int] = []
    /// The position at which each instruction was last visited.
    private var visited: [Int]
    private var position = 0

    init(program: [LinearPattern.Instruction]) {
        self.program = program
        self.visited = Array(repeating: -1, count: program.count)
    }

    /// Follows everything that needs no scalar; true when that reaches the end of the program. A match may begin here
    /// too, so the first instruction is always among the places.
    mutating func advance(isAtStart: Bool, isAtEnd: Bool) -> Bool {
        pending.append(0)
        waiting.removeAll(keepingCapacity: true)
        while let place = pending.popLast() {
            guard visited[place] != position else { continue }
            visited[place] = position
            steps += 1
            switch program[place] {
            case .match: return true
            case .scalars: waiting.append(place)
            case .jump(let target): pending.append(target)
            case .split(let first, let second):
                pending.append(second)
                pending.append(first)
            case .start: if isAtStart { pending.append(place + 1) }
            case .end: if isAtEnd { pending.append(place + 1) }
            }
        }
        return false
    }

    mutating func consume(_ scalar: UInt32) {
        for place in waiting {
            steps += 1
            if case .scalars(let set) = program[place], set.contains(scalar) { pending.append(place + 1) }
        }
        position += 1
    }
}
