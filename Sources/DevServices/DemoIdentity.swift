/// A stand-in for what the authentication layer owns. For private databases only: anywhere else `auth.users` is
/// somebody else's and is never touched.
package enum DemoIdentity {
    /// Makes `auth.users` unless it is there.
    package static let sql = """
        CREATE SCHEMA IF NOT EXISTS auth;
        CREATE TABLE IF NOT EXISTS auth.users (
            id uuid PRIMARY KEY,
            email text,
            created_at timestamptz DEFAULT now()
        );
        """

    /// The id of the *n*-th demo user, counted from 1: the same on every machine.
    package static func userID(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }
}
