/// The hook when the person's type has it, else `nil`.
///
/// A function, since the compiler knows about a cast of the type itself what it gives, and warns.
package func optionalHook<Hook>(_ own: any Sendable, as: Hook.Type = Hook.self) -> Hook? {
    own as? Hook
}
