/// `migrations.lock`: every migration, in order, with what it leads from and to and the checksums of its SQL. Lines are
/// added at the end and never changed, so that two branches which each add one conflict in version control.
package struct MigrationLock: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        /// `0002_job_title`, which is its folder too.
        package var id: String
        /// Hashes of schemas; the first is `empty`.
        package var from: String
        package var to: String
        /// SHA-256 of `up.sql` and of `down.sql`.
        package var up: String
        package var down: String

        var line: String { [id, from, to, up, down].joined(separator: " ") }
        package var number: Int { Int(id.prefix(4)) ?? 0 }
        /// Without the number.
        package var name: String { String(id.dropFirst(5)) }
    }

    package var entries: [Entry]

    package init(entries: [Entry] = []) {
        self.entries = entries
    }

    package var text: String { Self.head + entries.map { $0.line + "\n" }.joined() }

    private static let head = """
        # Written by `rosterc migrate`; lines are only ever added. Each: id, hash of the schema before, hash of the schema
        # after, SHA-256 of up.sql, SHA-256 of down.sql. After a merge that stops here: rosterc migrate rebase

        """

    /// - Throws: `MigrationFault` with the line of `path`.
    package static func read(_ text: String, path: String) throws(MigrationFault) -> MigrationLock {
        if let line = conflict(in: text) {
            throw MigrationFault(
                .twoHeads, path: path, line: line, "two branches have each added a migration here",
                help: "run `rosterc migrate rebase`: it keeps the first and plans the other anew on top of it")
        }
        var lock = MigrationLock()
        for (index, line) in lines(of: text).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            let entry = try entry(line, path, index + 1)
            try lock.check(entry, path, index + 1)
            lock.entries.append(entry)
        }
        return lock
    }

    static func lines(of text: String) -> [String] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    private static func conflict(in text: String) -> Int? {
        lines(of: text).firstIndex { line in ["<<<<<<<", "=======", ">>>>>>>"].contains { line.hasPrefix($0) } }
            .map { $0 + 1 }
    }

    static func entry(_ line: String, _ path: String, _ number: Int) throws(MigrationFault) -> Entry {
        let words = line.split(separator: " ").map(String.init)
        let hashes = words.dropFirst()
        guard words.count == 5, isID(words[0]), hashes.allSatisfy({ $0 == "empty" || isHash($0) }) else {
            throw MigrationFault(
                .unreadableFile, path: path, line: number, "this line is not one that rosterc writes",
                help: "take the file from the last commit")
        }
        return Entry(id: words[0], from: words[1], to: words[2], up: words[3], down: words[4])
    }

    private func check(_ entry: Entry, _ path: String, _ line: Int) throws(MigrationFault) {
        let last = entries.last
        guard entry.from != (last?.to ?? "empty") || entries.contains(where: { $0.number == entry.number }) else {
            return
        }
        let twin = entries.first { $0.from == entry.from || $0.number == entry.number }
        throw MigrationFault(
            .twoHeads, path: path, line: line,
            twin.map { "\(entry.id) begins where \($0.id) begins" }
                ?? "\(entry.id) doesn't begin where \(last?.id ?? "an empty database") ends",
            help: "run `rosterc migrate rebase`: it keeps what fits together and plans the rest anew on top of it")
    }

    private static func isHash(_ word: String) -> Bool {
        word.utf8.count == 64 && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    static func isID(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        guard bytes.count > 5, bytes.count <= 60, bytes[4] == UInt8(ascii: "_") else { return false }
        return bytes[..<4].allSatisfy { (0x30...0x39).contains($0) } && isName(String(word.dropFirst(5)))
    }

    /// Small letters, digits and `_`, so that it is a folder everywhere.
    package static func isName(_ word: String) -> Bool {
        !word.isEmpty && word.utf8.count <= 50
            && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F }
    }

    /// One line of migrations made of all that are named, conflict marks and forks aside: from each state the first goes
    /// on whose files are there, since of two branches' folders of one name a merge leaves one.
    /// - Parameter isThere: whether the files of a migration are those that its line says. Asked where two begin at one
    ///   state; one alone is kept, so that a file which was edited is told as such.
    /// - Returns: the line, and what is not in it.
    package static func salvage(
        _ text: String, isThere: (Entry) -> Bool = { _ in true }
    ) -> (lock: MigrationLock, rest: [Entry]) {
        var lock = MigrationLock()
        var rest: [Entry] = []
        for line in lines(of: text) {
            if let entry = try? entry(line, "", 0), !rest.contains(entry) { rest.append(entry) }
        }
        while true {
            let next = rest.filter {
                $0.from == lock.entries.last?.to ?? "empty" && $0.number > lock.entries.last?.number ?? 0
            }
            guard let entry = next.count > 1 ? next.first(where: isThere) ?? next.first : next.first else { break }
            lock.entries.append(entry)
            rest.removeAll { $0 == entry }
        }
        return (lock, rest)
    }
}
