import Synchronization
import Testing

@testable import Generator

@Suite("Work on all cores")
struct ParallelTests {
    @Test("gives what each job gives in the order of the jobs, whichever is done first")
    func order() {
        let jobs = (0..<200).map { number in
            { @Sendable () -> Int in
                // The first take the longest.
                (0..<(200 - number) * 50).reduce(number) { value, _ in value }
            }
        }
        #expect(Parallel.run(jobs) == Array(0..<200))
        #expect(Parallel.run([@Sendable () -> Int]()).isEmpty)
    }

    @Test("is done where it is asked for, and once")
    func once() {
        let runs = Mutex(0)
        let value = Once {
            runs.withLock {
                $0 += 1
                return $0
            }
        }
        let jobs = (0..<50).map { _ in { @Sendable () -> Int in value.value } }
        #expect(Parallel.run(jobs) == Array(repeating: 1, count: 50))
        let both = Parallel.both({ "first" }, beside: { "second" })
        #expect(both == ("first", "second"))
    }

    @Test("finds the same as one thing after the other: ties in order, and no more than a run remembers")
    func findings() {
        let source = SpecSource(path: "spec.yaml", text: "spec: 1\n")
        @Sendable func fill(_ findings: Findings, _ word: String, _ count: Int) {
            for number in 0..<count { findings.error(.syntax, at: .start, "\(word) \(number)") }
        }
        for (early, late) in [(2, 2), (0, 3), (3, 0), (60, 60), (1_200, 60)] {
            let findings = Findings(source)
            _ = findings.both({ fill(findings, "early", early) }, beside: { fill($0, "late", late) })
            let one = Findings(source)
            fill(one, "early", early)
            fill(one, "late", late)
            #expect(findings.sorted == one.sorted)
        }
    }

    @Test("knows in both halves where the text's keys are")
    func places() {
        let source = SpecSource(path: "spec.yaml", text: "spec:\n  a: 1\n")
        let findings = Findings(source)
        let key = Span(.start, Mark(line: 1, column: 5, offset: 4))
        let value = Span(Mark(line: 2, column: 3, offset: 8), Mark(line: 2, column: 7, offset: 12))
        findings.remember(key, of: value)
        #expect(findings.both({ findings.head(of: value) }, beside: { $0.head(of: value) }) == (key, key))
    }
}
