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

    @Test("has the stack for what is nested as deep as a spec may be")
    func deep() {
        let checks = String(repeating: "not ", count: 199) + "flag"
        let text = Self.spec(
            """
                  flag: {type: bool, default: true, read: user, write: self}
                  other: {type: int, optional: true, read: user, write: self, check: \(checks)}
                  nested: {type: json, optional: true, read: user, write: self, shape: \(Self.shape(12))}
            """)
        let outcome = Self.onThread { Pipeline.generate(SpecSource(path: "deep.yaml", text: text)) }
        #expect(outcome?.diagnostics.filter { $0.severity == .error }.map(\.rendered) == [])
        #expect(outcome?.files.count == GeneratedFile.names.count)
    }

    @Test("is done on threads of which each has as much stack as the program's first")
    func stack() {
        // Goes down through half of it.
        @Sendable func deep(from top: UInt?) -> Int {
            var here = 0
            let place = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
            guard (top ?? place) - place < WorkerThread.stackSize / 2 else { return 0 }
            return deep(from: top ?? place) + 1
        }
        let levels = Self.onThread {
            let both = Parallel.both({ 1 }, beside: { deep(from: nil) })
            let jobs = (0..<8).map { _ in { @Sendable () -> Int in deep(from: nil) } }
            return [both.0, both.1] + Parallel.run(jobs)
        }
        #expect(levels?.count == 10)
        #expect(levels?.contains(0) == false)
    }

    /// Tests run on threads of the concurrency runtime, whose stacks are small on some systems.
    private static func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Value? {
        let value = Once(body)
        let thread = WorkerThread { _ = value.value }
        thread?.join()
        return thread == nil ? nil : value.value
    }

    private static func shape(_ levels: Int) -> String {
        levels == 0 ? "{v: int}" : "{v: {type: json, optional: true, shape: \(shape(levels - 1))}}"
    }

    private static func spec(_ fields: String) -> String {
        """
        spec: 1
        api: {name: test, base: /api, version: 2026-11-01}
        identity: {table: auth.users, key: id, claim: sub}
        roles:
          user: {token: true}
          self: {when: actor.id == record.user_id}
        resources:
          person:
            table: persons
            path: /people
            key: user_id
            allow: {read: user, create: user, update: self}
            fields:
              user_id: {type: uuid, ref: identity, unique: true, immutable: true, read: user}
        \(fields)
        """
    }
}
