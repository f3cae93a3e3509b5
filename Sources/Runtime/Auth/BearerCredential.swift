/// What an `Authorization` field says, read without copying it (RFC 9110 section 11.6.2, RFC 6750 section 2.1).
enum BearerCredential {
    /// The field names another scheme than `Bearer`.
    case otherScheme
    /// The scheme is `Bearer`, but what follows is missing or longer than a token may be.
    case malformed
    /// Where the token stands in the field's bytes. They are looked at when it is verified, not for every request.
    case token(Range<Int>)

    /// - Parameters:
    ///   - field: the bytes of the field's value.
    ///   - limit: the largest token that is looked at, in bytes.
    init(_ field: UnsafeBufferPointer<UInt8>, limit: Int) {
        let scheme: StaticString = "bearer"
        let length = scheme.utf8CodeUnitCount
        guard field.count >= length,
            (0..<length).allSatisfy({ field[$0] | 0x20 == scheme.utf8Start[$0] }),
            field.count == length || field[length] == UInt8(ascii: " ")
        else {
            self = .otherScheme
            return
        }
        var start = length
        while start < field.count, field[start] == UInt8(ascii: " ") { start += 1 }
        guard start < field.count, field.count - start <= limit else {
            self = .malformed
            return
        }
        self = .token(start..<field.count)
    }
}
