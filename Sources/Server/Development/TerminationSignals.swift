import Dispatch
import Foundation

/// Ctrl-C and `kill`, as something to wait for.
enum TerminationSignals {
    /// From now on SIGINT and SIGTERM do not end the process; the task ends with the first of them.
    ///
    /// A second one does what the system does with it: the process ends, and the watchdogs end the services.
    static func first() -> Task<Void, Never> {
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                signal(number, SIG_DFL)
                continuation.yield(number)
            }
            source.resume()
            return source
        }
        // Owned by the caller, who awaits it; it holds the sources for as long as they matter.
        return Task {
            for await _ in stream { break }
            withExtendedLifetime(sources) {}
        }
    }
}
