import Logging
import NIOPosix
import Synchronization

/// Keys from a JWK set in a file, read again when the file changes or a token names an unknown key.
///
/// The file is looked at when a request comes and `interval` has passed since the last look, so a key that is taken out
/// of it stops being trusted within `interval`, for remembered tokens too. There is no task in the background.
package actor JWKSFile: KeySource {
    private let path: String
    private let logger: Logger
    private nonisolated let interval: Double
    /// What is read without waiting for the actor.
    private nonisolated let published: Mutex<KeySet>
    /// The date of the next look in milliseconds.
    private nonisolated let nextLook: Atomic<Int64>
    private var file: FileImage
    private var look: Task<KeySet, Never>?

    /// Reads the file for the first time.
    ///
    /// - Parameters:
    ///   - interval: the shortest time between two looks at the file, in seconds.
    ///   - now: the date in seconds.
    /// - Throws: `KeyError` when there is no usable key.
    package init(path: String, interval: Double = 10, at now: Double, logger: Logger) async throws {
        let file = try await NIOThreadPool.singleton.runIfActive { try FileImage(path: path) }
        let (keys, skipped) = try await JWKSDocument.read(file.bytes)
        self.path = path
        self.interval = interval
        self.logger = logger
        self.file = file
        self.published = Mutex(KeySet(keys, generation: 1))
        self.nextLook = Atomic(Self.milliseconds(now + interval))
        for error in skipped { Self.warn(error, path: path, logger) }
    }

    package nonisolated var keys: KeySet { published.withLock { $0 } }

    package nonisolated func isDue(at now: Double) -> Bool {
        let next = nextLook.load(ordering: .relaxed)
        // A date that was set back must not keep us from looking until it has caught up.
        return Self.milliseconds(now) >= next || Self.milliseconds(now + 2 * interval) < next
    }

    package func newest(at now: Double, missing: Bool) async -> KeySet {
        // Who comes during a look waits for it, so that a new key does not refuse its first tokens.
        if let look { return await look.value }
        guard isDue(at: now) else { return keys }
        nextLook.store(Self.milliseconds(now + interval), ordering: .relaxed)
        let look = Task { await read(evenUnchanged: missing) }
        self.look = look
        defer { self.look = nil }
        return await look.value
    }

    private func read(evenUnchanged: Bool) async -> KeySet {
        let known = evenUnchanged ? nil : file.stamp
        let path = path
        do {
            guard
                let newer = try await NIOThreadPool.singleton.runIfActive({
                    try FileImage(path: path, unless: known)
                }), newer.bytes != file.bytes
            else { return keys }
            let (found, skipped) = try await JWKSDocument.read(newer.bytes)
            file = newer
            for error in skipped { Self.warn(error, path: path, logger) }
            return publish(found)
        } catch {
            // A file that is half written must not lock everybody out: the keys that we have stay.
            Self.warn(error, path: path, logger)
            return keys
        }
    }

    private func publish(_ found: [VerificationKey]) -> KeySet {
        let newest = published.withLock { keys in
            keys = KeySet(found, generation: keys.generation + 1)
            return keys
        }
        logger.notice("key set read", metadata: ["auth.keys": "\(found.count)", "auth.jwks_file": "\(path)"])
        return newest
    }

    private static func milliseconds(_ seconds: Double) -> Int64 { Int64(seconds * 1000) }

    private static func warn(_ error: any Error, path: String, _ logger: Logger) {
        let reason = (error as? KeyError)?.description ?? "reading failed"
        logger.warning("key set problem", metadata: ["auth.jwks_file": "\(path)", "auth.reason": "\(reason)"])
    }
}
