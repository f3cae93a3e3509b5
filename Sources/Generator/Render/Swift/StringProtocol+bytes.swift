extension StringProtocol {
    /// How many bytes of the UTF-8 stand before the first line feed; `nil` when there is none.
    ///
    /// By pointer: builds run the generator without optimisation, where an iterator costs several calls a byte.
    var bytesBeforeLineFeed: Int? {
        let found: Int?? = utf8.withContiguousStorageIfAvailable { bytes in
            guard let start = bytes.baseAddress else { return nil }
            let count = bytes.count
            var index = 0
            while index < count, start[index] != 0x0A { index &+= 1 }
            return index < count ? index : nil
        }
        return found ?? utf8.firstIndex(of: 0x0A).map { utf8.distance(from: startIndex, to: $0) }
    }
}
