import Foundation

/// A small shell that ends a server when this process is gone, even by SIGKILL.
///
/// It waits on a pipe whose other end only we hold. Linux has a signal for the death of a parent, but it comes when
/// the *thread* that started the child ends, and the threads of a Swift process come and go.
final class Watchdog: Sendable {
    private let lifeline: Int32
    private let process: ChildProcess

    /// - Parameters:
    ///   - pid: The server to end when we are gone.
    ///   - signal: The signal that ends it in good order, by name: `INT`, `QUIT`, `TERM`.
    ///   - remove: A folder to delete afterwards.
    ///   - log: Where its complaints go.
    init(pid: Int32, signal: String, remove: String?, log: String) throws {
        let pipe = try Pipe.closingOnExec()
        defer { close(pipe.read) }
        do {
            process = try ChildProcess(
                ["/bin/sh", "-c", Self.script, "roster-watchdog", String(pid), signal, remove ?? ""],
                log: log, input: pipe.read)
        } catch {
            close(pipe.write)
            throw error
        }
        lifeline = pipe.write
    }

    /// Sends the watchdog home; the server is left alone.
    func dismiss() async {
        var newline = UInt8(ascii: "\n")
        // SIGPIPE cannot come: the shell reads until this line, and one that was killed is known to be gone.
        if !process.isGone { _ = write(lifeline, &newline, 1) }
        _ = await process.gone(within: .seconds(5))
    }

    deinit {
        close(lifeline)
    }

    /// A line on standard input: all is well, go. The end of the file: the parent is gone.
    private static let script = """
        if read -r line; then exit 0; fi
        pid=$1
        children=$(cat "/proc/$pid/task/$pid/children" 2>/dev/null || pgrep -P "$pid")
        kill -s CONT $children "$pid" 2>/dev/null
        kill -s "$2" "$pid" 2>/dev/null
        tries=0
        while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 100 ]; do
            case $(ps -o stat= -p "$pid" 2>/dev/null) in Z*) break ;; esac
            tries=$((tries + 1))
            sleep 0.1
        done
        kill -s KILL "$pid" $children 2>/dev/null
        if [ -n "$3" ]; then rm -rf -- "$3"; fi
        """
}
