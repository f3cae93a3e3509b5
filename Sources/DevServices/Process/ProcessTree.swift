import Foundation

/// Signals to a server and to the processes that it has started.
enum ProcessTree {
    /// Stops the server first, so that it starts no more, then its children.
    static func freeze(_ pid: Int32) {
        kill(pid, SIGSTOP)
        for child in children(of: pid) { kill(child, SIGSTOP) }
    }

    /// Lets the children go on first, so that the server finds them awake.
    static func thaw(_ pid: Int32) {
        for child in children(of: pid) { kill(child, SIGCONT) }
        kill(pid, SIGCONT)
    }

    /// Ends the server and its children at once, as a power cut would.
    static func killAll(_ pid: Int32) {
        kill(pid, SIGSTOP)
        let children = children(of: pid)
        kill(pid, SIGKILL)
        for child in children { kill(child, SIGKILL) }
    }

    /// The processes that `pid` has started and that are still its own.
    static func children(of pid: Int32) -> [Int32] {
        #if os(Linux)
            let list = FileManager.default.contents(atPath: "/proc/\(pid)/task/\(pid)/children")
            if let list { return numbers(in: list) }
        #endif
        guard let pgrep = ProgramFinder.standard.find("pgrep") else { return [] }
        return (try? CommandRunner.runBlocking([pgrep, "-P", String(pid)])).map { numbers(in: $0.output) } ?? []
    }

    private static func numbers(in data: Data) -> [Int32] {
        String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
    }
}
