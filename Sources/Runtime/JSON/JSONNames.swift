/// The names of the objects that are open, to find one that stands twice.
///
/// Few names are compared one by one; more of them go into a set, whose hash is seeded by the process, so that chosen
/// names can't make it slow.
struct JSONNames: Sendable {
    private static let fewNames = 8

    private var names: [JSONName] = []
    /// One set for each open object that has more than a few names, with the depth of that object.
    private var sets: [(depth: Int, names: Set<JSONName>)] = []

    /// The place where the names of an object that opens now will begin.
    var mark: Int { names.count }

    /// Adds a name of the object at `depth` whose names begin at `mark`; false when it has that name already.
    mutating func insert(_ name: String, depth: Int, mark: Int) -> Bool {
        let name = JSONName(text: name)
        // Not bound to a name: a second reference to the set would have it copied for each insertion.
        if sets.last?.depth == depth {
            return sets[sets.count - 1].names.insert(name).inserted
        }
        guard !names[mark...].contains(name) else { return false }
        names.append(name)
        if names.count - mark > Self.fewNames {
            sets.append((depth, Set(names[mark...])))
        }
        return true
    }

    /// Forgets the names of the object at `depth`.
    mutating func close(depth: Int, mark: Int) {
        names.removeSubrange(mark...)
        if sets.last?.depth == depth { sets.removeLast() }
    }
}

/// A name by its bytes: `String` would take the composed and the decomposed form for one.
struct JSONName: Hashable, Sendable {
    let text: String

    static func == (left: JSONName, right: JSONName) -> Bool {
        left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
