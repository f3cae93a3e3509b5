import NIOCore

/// A command as it goes out (RESP2: an array of bulk strings), made without knowing any connection.
package struct RedisCommand: Sendable {
    /// The arguments' bytes with their lengths, without the head that counts them.
    private var arguments = ByteBuffer()
    private var count = 0

    package init(_ name: StaticString) {
        append(name)
    }

    package init(_ name: StaticString, _ arguments: String...) {
        append(name)
        for argument in arguments { append(argument) }
    }

    /// What follows the script's name in a call: the number of keys and the keys. Its arguments are appended.
    package init(keys: String...) {
        append(keys.count)
        for key in keys { append(key) }
    }

    package mutating func append(_ text: String) {
        begin(text.utf8.count)
        arguments.writeString(text)
        arguments.writeStaticString("\r\n")
    }

    package mutating func append(_ text: StaticString) {
        begin(text.utf8CodeUnitCount)
        arguments.writeStaticString(text)
        arguments.writeStaticString("\r\n")
    }

    package mutating func append(_ bytes: ByteBuffer) {
        begin(bytes.readableBytes)
        arguments.writeImmutableBuffer(bytes)
        arguments.writeStaticString("\r\n")
    }

    package mutating func append(_ integer: some BinaryInteger) {
        append(String(integer))
    }

    /// The arguments of `other` after these.
    mutating func append(contentsOf other: RedisCommand) {
        count += other.count
        arguments.writeImmutableBuffer(other.arguments)
    }

    private mutating func begin(_ length: Int) {
        count += 1
        arguments.writeStaticString("$")
        arguments.writeString(String(length))
        arguments.writeStaticString("\r\n")
    }

    /// What is counted in the bound of bytes under way.
    var size: Int { arguments.readableBytes }

    /// The whole command, followed by a NUL that is not part of it: hiredis looks for arguments with `strchr(3)`, and past
    /// the end of the last.
    var terminated: ByteBuffer {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(arguments.readableBytes + 16)
        bytes.writeString("*\(count)\r\n")
        bytes.writeImmutableBuffer(arguments)
        bytes.writeInteger(UInt8(0))
        return bytes
    }
}

/// A Lua script that is loaded with each connection and called by its digest.
package struct RedisScript: Sendable {
    let source: String
    /// The script's place among those that the client was made with.
    let index: Int

    /// The call by text, for a server that has forgotten the script.
    func eval(_ keysAndArguments: RedisCommand) -> RedisCommand {
        var command = RedisCommand("EVAL")
        command.append(source)
        command.append(contentsOf: keysAndArguments)
        return command
    }

    func evalsha(_ digest: String, _ keysAndArguments: RedisCommand) -> RedisCommand {
        var command = RedisCommand("EVALSHA")
        command.append(digest)
        command.append(contentsOf: keysAndArguments)
        return command
    }
}
