extension StringProtocol {
    /// How many bytes of the UTF-8 stand before the first line feed; `nil` when there is none.
    var bytesBeforeLineFeed: Int? {
        let found: Int?? = utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.flatMap { ByteSearch.first(0x0A, in: $0, from: 0, count: bytes.count) }
        }
        return found ?? utf8.firstIndex(of: 0x0A).map { utf8.distance(from: startIndex, to: $0) }
    }
}
