/// Turns a tree into instructions (Thompson's construction), with a bound on how many and on the work to make them.
struct PatternCompiler {
    private var program: [LinearPattern.Instruction] = []
    private var work = 0

    mutating func compile(_ tree: PatternTree) throws(LinearPattern.Failure) -> [LinearPattern.Instruction] {
        try add(tree, offset: 0)
        try emit(.match, offset: 0)
        return program
    }

    private mutating func emit(_ instruction: LinearPattern.Instruction, offset: Int) throws(LinearPattern.Failure) {
        program.append(instruction)
        try spend(offset: offset)
    }

    /// Counts work as well as instructions, since an empty group repeated a thousand times, thrice nested, emits nothing.
    private mutating func spend(offset: Int) throws(LinearPattern.Failure) {
        work += 1
        guard program.count <= LinearPattern.maximumInstructions, work <= 10 * LinearPattern.maximumInstructions else {
            throw LinearPattern.Failure(
                offset: offset, message: "the pattern is too large once its repetitions are written out")
        }
    }

    private mutating func add(_ tree: PatternTree, offset: Int) throws(LinearPattern.Failure) {
        try spend(offset: offset)
        switch tree {
        case .empty: break
        case .scalars(let set): try emit(.scalars(set), offset: offset)
        case .start: try emit(.start, offset: offset)
        case .end: try emit(.end, offset: offset)
        case .sequence(let parts): for part in parts { try add(part, offset: offset) }
        case .choice(let branches): try addChoice(branches, offset: offset)
        case .repetition(let part, let minimum, let maximum, let place):
            for _ in 0..<minimum { try add(part, offset: place) }
            if let maximum {
                try addOptional(part, count: maximum - minimum, offset: place)
            } else {
                try addLoop(part, offset: place)
            }
        }
    }

    private mutating func addChoice(_ branches: [PatternTree], offset: Int) throws(LinearPattern.Failure) {
        var exits: [Int] = []
        for branch in branches.dropLast() {
            let split = program.count
            try emit(.split(split + 1, 0), offset: offset)
            try add(branch, offset: offset)
            exits.append(program.count)
            try emit(.jump(0), offset: offset)
            program[split] = .split(split + 1, program.count)
        }
        if let last = branches.last { try add(last, offset: offset) }
        for exit in exits { program[exit] = .jump(program.count) }
    }

    private mutating func addOptional(_ part: PatternTree, count: Int, offset: Int) throws(LinearPattern.Failure) {
        var splits: [Int] = []
        for _ in 0..<count {
            splits.append(program.count)
            try emit(.split(0, 0), offset: offset)
            try add(part, offset: offset)
        }
        for split in splits { program[split] = .split(split + 1, program.count) }
    }

    private mutating func addLoop(_ part: PatternTree, offset: Int) throws(LinearPattern.Failure) {
        let split = program.count
        try emit(.split(0, 0), offset: offset)
        try add(part, offset: offset)
        try emit(.jump(split), offset: offset)
        program[split] = .split(split + 1, program.count)
    }
}
