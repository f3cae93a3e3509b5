import Foundation
import Synchronization

/// `posix_spawn` with a new session, default signals and the named descriptors.
///
/// Foundation's `Process` hands on the signal mask of the calling thread, and the threads of a Swift process block
/// SIGTERM among others: a program that it starts cannot be asked to end.
enum Spawn {
    #if os(Linux)
        private typealias Actions = posix_spawn_file_actions_t
        private typealias Attributes = posix_spawnattr_t
    #else
        private typealias Actions = posix_spawn_file_actions_t?
        private typealias Attributes = posix_spawnattr_t?
    #endif

    /// Starts the program and returns its process id.
    ///
    /// - Parameters:
    ///   - output: Its standard output and standard error.
    ///   - input: Its standard input, else `/dev/null`.
    ///   - inherited: A descriptor that it gets as number 3.
    static func start(
        _ command: [String], output: Int32, input: Int32? = nil, inherited: Int32? = nil
    ) throws -> Int32 {
        #if os(Linux)
            var actions = Actions()
            var attributes = Attributes()
        #else
            var actions: Actions = nil
            var attributes: Attributes = nil
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        if let inherited { posix_spawn_file_actions_adddup2(&actions, inherited, 3) }
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        setAttributes(&attributes)
        var pid: Int32 = 0
        var arguments = command.map { strdup($0) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        let code = Pipe.inheritance.withLock { _ in
            posix_spawn(&pid, command[0], &actions, &attributes, arguments, environ)
        }
        guard code == 0 else {
            throw DevServiceError(.startFailed, "Cannot start \(command[0]): \(String(cString: strerror(code))).")
        }
        return pid
    }

    private static func setAttributes(_ attributes: inout Attributes) {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        // The servers of this process ignore SIGPIPE and block others; a child must not inherit that.
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        #if os(Linux)
            // POSIX_SPAWN_SETSID of <spawn.h>, which Glibc shows only to GNU sources.
            let session: Int32 = 0x80
        #else
            let session = Int32(POSIX_SPAWN_SETSID) | Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
        #endif
        posix_spawnattr_setflags(
            &attributes, Int16(session | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)))
    }
}
