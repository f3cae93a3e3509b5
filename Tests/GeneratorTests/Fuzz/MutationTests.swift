import Foundation
import Testing

@testable import Generator

/// Thousands of spoilt specs, the same in every run: each is refused with places that are in it, or accepted with all files,
/// in less than a second. `make fuzz` looks further.
@Suite("Spoilt specs", .timeLimit(.minutes(3)))
struct MutationTests {
    /// How long one spec may take. Tests run beside each other, and on machines that are busy, hence of its own CPU time.
    private static let mostSeconds = 1.0

    private static func seeds() throws -> [[UInt8]] {
        let folder = Fixture.folder.appending(path: "Findings")
        let wrong = Fixture.names(in: folder).map { folder.appending(path: $0 + ".yaml") }
        return try ([Fixture.shippedSpec, Fixture.everything] + wrong).map { try Fixture.source($0).bytes }
            + [Array(ExampleSpec.people.utf8), Array(ExampleSpec.choices.utf8)]
    }

    @Test("are refused within their text or accepted whole, in under a second", arguments: 0..<8)
    func mutations(part: Int) throws {
        var mutation = SpecMutation(seed: UInt64(part))
        let seeds = try Self.seeds()
        for round in 0..<250 {
            let bytes = mutation.changed(seeds[(part * 250 + round) % seeds.count])
            Self.check(bytes, "part \(part), round \(round)")
        }
    }

    @Test("even those that are no text at all", arguments: 0..<4)
    func noise(part: Int) {
        var mutation = SpecMutation(seed: UInt64(100 + part))
        var bytes: [UInt8] = []
        for round in 0..<250 {
            bytes = round.isMultiple(of: 50) ? [] : mutation.changed(bytes)
            Self.check(bytes, "part \(part), round \(round)")
        }
    }

    @Test(
        "even those that are as large as a spec may be",
        arguments: [
            "a", "a: ", "- ", "[", "{a: ", "\"", "'", "#", "\n", "a: b\n", "- a\n", "? a\n: b\n", "&a ", "|\n ", "ä",
            "\u{0}", "a: [b, c]\n",
            "%a\n", "---\n", "a: *b\n", "{a: b}, ", "\\",
        ])
    func large(_ piece: String) {
        for head in ["", "spec: 1\nresources: {a: {fields: {"] {
            let count = (TextScreen.maximumBytes - head.utf8.count) / piece.utf8.count
            Self.check(Array((head + String(repeating: piece, count: count)).utf8), "\(head) \(piece)")
        }
    }

    private static func check(_ bytes: [UInt8], _ which: String) {
        let source = SpecSource(path: "s.yaml", bytes: bytes)
        let started = seconds()
        let outcome = Pipeline.generate(source)
        let taken = seconds() - started
        #expect(taken < mostSeconds, "\(which) took \(taken) s")
        #expect(outcome.isRejected == outcome.files.isEmpty, "\(which)")
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for finding in outcome.diagnostics {
            for place in [finding.place] + finding.notes.map(\.place) {
                let isInside = Self.isInside(place, lines)
                #expect(isInside, "\(which): \(finding.rendered)")
            }
        }
    }

    private static func isInside(_ place: Place, _ lines: [ArraySlice<UInt8>]) -> Bool {
        guard (1...lines.count).contains(place.start.line), place.start.column >= 1 else { return false }
        let width = String(decoding: lines[place.start.line - 1], as: UTF8.self).unicodeScalars.count
        return place.start.column <= width + 1 && place.end.column >= place.start.column
            && place.end.column <= width + 1 && place.end.line == place.start.line
    }

    /// CPU time of this thread.
    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
