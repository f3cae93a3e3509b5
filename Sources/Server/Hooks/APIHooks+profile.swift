import Generated
import Runtime

/// Keeps people from showing everybody, as their name, what they show only some, and from working on an account that they
/// took out of use.
extension APIHooks: ProfileBeforeCreate, ProfileBeforeUpdate {
    func beforeCreate(_ change: inout BeforeCreate<Profile>) async throws {
        let patch = change.patch
        if Self.reveals(patch.displayName.value, patch.email.value, patch.phone.value) {
            change.refuse("/display_name", code: Self.code, Self.message)
        }
    }

    func beforeUpdate(_ change: inout BeforeUpdate<Profile>) async throws {
        let (patch, old) = (change.patch, change.old)
        if old.status == .deactivated, change.caller.subject == change.id {
            throw Profile.Refusal.accountDeactivated.saying("Administrators can take it into use again.")
        }
        if Self.reveals(patch.displayName.value, patch.email.value ?? old.email, patch.phone.value ?? old.phone) {
            change.refuse("/display_name", code: Self.code, Self.message)
        }
    }

    private static let code = "reveals_contact"
    private static let message = "is the address or number that privacy settings protect"

    private static func reveals(_ name: String?, _ hidden: String?...) -> Bool {
        guard let name = name?.lowercased() else { return false }
        return hidden.contains { $0?.lowercased() == name }
    }
}
