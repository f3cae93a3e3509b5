import NIOCore

/// The place between two records of a list, from which a page goes on.
struct ListCursor: Equatable {
    enum Direction: UInt8 { case after = 0, before = 1 }

    var direction: Direction
    /// The sort value of the record beside the place, in Postgres's binary format; `nil` for NULL.
    var value: [UInt8]?
    var key: RecordID

    init(_ direction: Direction, beside row: Row, _ order: ListOrder) {
        self.direction = direction
        value = row.withBytes(order.column) { Array($0) }
        key = row.uuid(0) ?? RecordID(high: 0, low: 0)
    }

    /// Direction, whether there is a value, the key's 16 bytes, the value.
    var bytes: [UInt8] {
        var bytes: [UInt8] = [direction.rawValue, value == nil ? 0 : 1]
        withUnsafeBytes(of: key.high.bigEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: key.low.bigEndian) { bytes.append(contentsOf: $0) }
        return bytes + (value ?? [])
    }

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 18, let direction = Direction(rawValue: bytes[0]),
            let key = bytes[2..<18].withUnsafeBytes({ RecordID(bytes: $0) })
        else { return nil }
        self.direction = direction
        self.key = key
        value = bytes[1] == 0 ? nil : Array(bytes[18...])
    }

    /// Binds the sort value and the key.
    func bind(to parameters: inout Parameters, as type: PostgresType) {
        switch type {
        case .numeric: parameters.numeric(text: value.map { String(decoding: $0, as: UTF8.self) })
        // Any other column comes in the format in which its parameter goes.
        default: parameters.text(bytes: value.map { ByteBuffer(bytes: $0) })
        }
        parameters.uuid(key)
    }
}
