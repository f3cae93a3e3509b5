import Generated
import Runtime

/// Keeps people from showing everybody, as their name, what they show only some.
extension APIHooks: ProfileBeforeUpdate {
    func beforeUpdate(_ change: inout BeforeUpdate<Profile>) async throws {
        guard let name = change.patch.displayName.value?.lowercased() else { return }
        let old = change.old
        let hidden = [change.patch.email.value ?? old.email, change.patch.phone.value ?? old.phone]
        if hidden.contains(where: { $0?.lowercased() == name }) {
            change.refuse(
                "/display_name", code: "reveals_contact", "is the address or number that privacy settings protect")
        }
    }
}
