extension Spec {
    /// The tables and columns whose values may be dropped.
    package var tombstones: Set<String> { [] }
}
