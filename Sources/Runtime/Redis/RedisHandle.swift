internal import CHiredis
import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Owns one asynchronous context of hiredis and frees it once. Belongs to the reactor's thread.
///
/// What hiredis makes hard, and how it is met here:
/// - It frees the context by itself when the connection fails, in the middle of a call. Its `cleanup` hook is the last
///   word about a context, so `raw` is cleared there and looked at again after each call.
/// - `redisAsyncFree` inside a callback is put off for reply callbacks, and frees what is still in use inside a connect
///   callback (0.14). So callbacks only collect answers, and `onReply` and the others are called after hiredis has returned:
///   they may send and close as they like.
/// - A reply belongs to hiredis and is freed after the callback: bytes are copied out in it. A callback without a reply
///   means that the context is being freed; nothing is touched then.
/// - It looks for the arguments of a formatted command with `strchr(3)`, past the end of the last one, so a command is
///   followed by a NUL.
/// - Up to 0.14 it writes with `write(2)`: SIGPIPE is blocked in the reactor's thread.
final class RedisHandle {
    struct Callbacks {
        /// The next answer, in the order of the commands.
        var onReply: (RedisReply) -> Void
        /// What a subscribed channel brings, the answers to `SUBSCRIBE` included.
        var onPush: (RedisReply) -> Void
        /// Called once when the connection is gone without `close`, with hiredis's words for operators.
        var onGone: (String) -> Void
    }

    private enum Received {
        case reply(RedisReply)
        case push(RedisReply)
    }

    private let reactor: Reactor
    private let maximumReplyBytes: Int
    private var callbacks: Callbacks?
    private var raw: UnsafeMutablePointer<redisAsyncContext>?
    private var descriptor: Int32 = -1
    private var interest: Reactor.Interest = []
    private var received: [Received] = []
    private var words = "the connection was closed"

    /// Starts to connect; to a numeric address, since hiredis would wait for the look-up of a name.
    init(host: String, port: UInt16, reactor: Reactor, maximumReplyBytes: Int, callbacks: Callbacks) {
        self.reactor = reactor
        self.maximumReplyBytes = maximumReplyBytes
        self.callbacks = callbacks
        attach(redisAsyncConnect(host, Int32(port)))
    }

    init(path: String, reactor: Reactor, maximumReplyBytes: Int, callbacks: Callbacks) {
        self.reactor = reactor
        self.maximumReplyBytes = maximumReplyBytes
        self.callbacks = callbacks
        attach(redisAsyncConnectUnix(path))
    }

    private func attach(_ context: UnsafeMutablePointer<redisAsyncContext>?) {
        blockSIGPIPE()
        guard let context else { return failLater("no memory") }
        guard context.pointee.err == 0 else {
            words = Self.words(context)
            redisAsyncFree(context)
            return failLater(words)
        }
        raw = context
        descriptor = context.pointee.c.fd
        reactor.register(descriptor, []) { [weak self] in self?.ready($0) }
        // The context holds us until `cleanup`, so that no hook or callback of it can find us gone.
        let this = Unmanaged.passRetained(self).toOpaque()
        context.pointee.data = this
        context.pointee.ev.data = this
        context.pointee.ev.addRead = { RedisHandle.of($0)?.want(.read, true) }
        context.pointee.ev.delRead = { RedisHandle.of($0)?.want(.read, false) }
        context.pointee.ev.addWrite = { RedisHandle.of($0)?.want(.write, true) }
        context.pointee.ev.delWrite = { RedisHandle.of($0)?.want(.write, false) }
        context.pointee.ev.cleanup = { RedisHandle.of($0)?.cleanup() }
        // Without a connect callback hiredis doesn't ask to be told when the socket is connected.
        redisAsyncSetConnectCallback(context) { _, _ in }
    }

    deinit {
        // A context holds its handle, so here it is gone.
        assert(raw == nil)
    }

    // MARK: Sending. What can't be sent has lost the connection, which is told by `onGone`.

    func send(_ command: RedisCommand) {
        send(command) { context, reply, _ in RedisHandle.received(context, reply) { .reply($0) } }
    }

    /// Subscribes to a channel, or asks again: the server answers each time.
    func subscribe(_ command: RedisCommand) {
        send(command) { context, reply, _ in RedisHandle.received(context, reply) { .push($0) } }
    }

    private typealias Callback =
        @convention(c) (
            UnsafeMutablePointer<redisAsyncContext>?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?
        ) -> Void

    private func send(_ command: RedisCommand, _ callback: Callback) {
        guard let raw else { return }
        command.terminated.withUnsafeReadableBytes { bytes in
            let text = bytes.bindMemory(to: CChar.self).baseAddress
            _ = redisAsyncFormattedCommand(raw, callback, nil, text, bytes.count - 1)
        }
    }

    /// Lets go of the connection; nothing is called any more. Does nothing when it is gone.
    func close() {
        callbacks = nil
        received.removeAll()
        guard let raw else { return }
        // Never inside a call of hiredis, see above, so this frees at once, by way of `cleanup`.
        withExtendedLifetime(self) { redisAsyncFree(raw) }
    }

    // MARK: Events

    private func ready(_ ready: Reactor.Interest) {
        // Strong for the length of the calls: `cleanup` gives up the reference that the context holds.
        withExtendedLifetime(self) {
            if ready.contains(.read), let raw { redisAsyncHandleRead(raw) }
            if ready.contains(.write), let raw { redisAsyncHandleWrite(raw) }
            if let raw, raw.pointee.c.reader.pointee.len > maximumReplyBytes {
                words = "an answer is longer than \(maximumReplyBytes) bytes"
                redisAsyncFree(raw)
            }
            deliver()
        }
    }

    /// Answers that were read come before the news that the connection is gone.
    private func deliver() {
        var batch: [Received] = []
        swap(&batch, &received)
        for one in batch {
            switch one {
            case .reply(let reply): callbacks?.onReply(reply)
            case .push(let reply): callbacks?.onPush(reply)
            }
        }
        if raw == nil, let callbacks = callbacks.take() { callbacks.onGone(words) }
    }

    private func failLater(_ words: String) {
        reactor.atEndOfTurn { [self] in callbacks.take()?.onGone(words) }
    }

    // MARK: Called by hiredis

    private static func of(_ data: UnsafeMutableRawPointer?) -> RedisHandle? {
        data.map { Unmanaged<RedisHandle>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func received(
        _ context: UnsafeMutablePointer<redisAsyncContext>?, _ reply: UnsafeMutableRawPointer?,
        _ wrap: (RedisReply) -> Received
    ) {
        guard let reply, let handle = of(context?.pointee.data) else { return }
        handle.received.append(wrap(RedisReply(copying: reply.assumingMemoryBound(to: redisReply.self))))
    }

    private func want(_ what: Reactor.Interest, _ isWanted: Bool) {
        guard descriptor >= 0 else { return }
        if isWanted { interest.insert(what) } else { interest.remove(what) }
        reactor.setInterest(interest, for: descriptor)
    }

    /// Hiredis closes the socket and frees the context when this returns.
    private func cleanup() {
        guard let raw else { return }
        if raw.pointee.c.err != 0 { words = Self.words(raw) }
        self.raw = nil
        reactor.unregister(descriptor)
        descriptor = -1
        Unmanaged.passUnretained(self).release()
    }

    private static func words(_ context: UnsafeMutablePointer<redisAsyncContext>) -> String {
        withUnsafeBytes(of: &context.pointee.c.errstr) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}

/// A signal for a broken socket would end the process; blocked in this thread, the write just fails.
private func blockSIGPIPE() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
}
