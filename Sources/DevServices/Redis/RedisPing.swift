import Foundation

/// Asks a Redis on loopback who it is, with plain sockets: this library stands below the Redis client.
enum RedisPing {
    /// Whether the Redis with this process id answers on the port; it waits 200 ms for the answer at most.
    static func answers(port: UInt16, pid: Int32) -> Bool {
        let descriptor = socket(AF_INET, FreePort.streamType, 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var limit = timeval(tv_sec: 0, tv_usec: 200_000)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        guard FreePort.withLoopback(port, { connect(descriptor, $0, $1) }) == 0 else { return false }
        let question = Array("INFO server\r\n".utf8)
        guard send(descriptor, question, question.count, 0) == question.count else { return false }
        return reply(descriptor).contains("process_id:\(pid)\r")
    }

    private static func reply(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count < 16_384 {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { break }
            bytes += chunk[..<count]
            if String(decoding: bytes, as: UTF8.self).contains("process_id:") { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
