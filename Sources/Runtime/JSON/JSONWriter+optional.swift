extension JSONWriter {
    /// Writes a value, or `null` for none.
    package mutating func orNull<Value>(_ value: Value?, _ write: (inout JSONWriter, Value) -> Void) {
        if let value { write(&self, value) } else { null() }
    }
}
