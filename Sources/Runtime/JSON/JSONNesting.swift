#if DEBUG
    /// What a writer is inside of, to trap where the calling code would make something that is not JSON.
    struct JSONNesting: Sendable {
        private var isObject: [Bool] = []
        private var hasKey = false
        private var isComplete = false

        mutating func open(isObject: Bool) {
            self.isObject.append(isObject)
        }

        mutating func close(isObject: Bool) {
            assert(self.isObject.last == isObject && !hasKey, "an end without its begin, or a key without a value")
            self.isObject.removeLast()
        }

        mutating func key() {
            assert(isObject.last == true && !hasKey, "a key stands in an object, after a whole member")
            hasKey = true
        }

        mutating func value() {
            switch isObject.last {
            case true?: assert(hasKey, "a value in an object needs a key")
            case false?: break
            case nil:
                assert(!isComplete, "a document has one value")
                isComplete = true
            }
            hasKey = false
        }
    }
#endif
