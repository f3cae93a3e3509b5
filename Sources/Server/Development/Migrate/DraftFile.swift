import Foundation

/// The draft that is being run, kept until it is done, so that one that was stopped in the middle goes on as it was.
struct DraftFile: Sendable {
    struct Entry: Codable {
        /// Its name in the ledger.
        let id: String
        let contract: String
        let part: SpecDraft.Part
    }

    let path: String

    func read() -> Entry? {
        FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(Entry.self, from: $0) }
    }

    func write(_ entry: Entry) throws {
        try JSONEncoder().encode(entry).write(to: URL(filePath: path), options: .atomic)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
