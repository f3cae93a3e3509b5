extension TokenVerifier {
    /// What a token must say beside being signed, and how much is remembered.
    package struct Configuration: Sendable {
        /// The `iss` that tokens must have; `nil` takes any.
        package var issuer: String?
        /// The `aud` that tokens must name, alone or among others; `nil` takes any.
        package var audience: String?
        /// How far the clocks of issuer and server may be apart, for `exp`, `nbf` and `iat`.
        package var leeway: Duration = .seconds(30)
        /// The claim with the roles: an array of strings or one string with spaces.
        package var rolesClaim = "roles"
        /// Names of roles (of the contract) whose tokens need no identity: their `sub` may be missing or no UUID.
        package var rolesWithoutIdentity: [String] = ["service"]
        /// The largest token that is looked at, in bytes.
        package var largestToken = 8 * 1024
        /// How many verified tokens are remembered.
        package var rememberedTokens = 10_000
        /// How many bytes the texts of remembered tokens may take.
        package var rememberedBytes = 8 * 1024 * 1024

        package init() {}

        /// The leeway in seconds.
        var leewaySeconds: Double {
            let parts = leeway.components
            return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
        }
    }
}
