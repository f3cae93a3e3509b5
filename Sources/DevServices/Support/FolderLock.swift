import Foundation
import Synchronization

/// Holds a folder for this process until it is released or the process ends, by whatever means.
final class FolderLock: Sendable {
    private let descriptor: Mutex<Int32>

    /// - Throws: `.inUse` when a living process holds the folder.
    init(folder: String, service: String) throws {
        let path = folder + "/lock"
        // Close-on-exec: a server that outlives us must not keep the lock.
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw DevServiceError(.folder, "Cannot write \(path): \(String(cString: strerror(errno))).")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw DevServiceError(
                .inUse,
                "Another Roster already runs \(service) in \(folder). Stop it, or give this one another folder.")
        }
        self.descriptor = Mutex(descriptor)
    }

    /// Lets the next one have the folder.
    func release() {
        descriptor.withLock { descriptor in
            if descriptor >= 0 { close(descriptor) }
            descriptor = -1
        }
    }

    deinit {
        release()
    }
}
