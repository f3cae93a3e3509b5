#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the environment says to the tool.
enum ToolEnvironment {
    /// `ROSTER_FROZEN=1`: what a developer is warned of stops a build, as in CI.
    static var isFrozen: Bool { getenv("ROSTER_FROZEN").map { String(cString: $0) } == "1" }
}
