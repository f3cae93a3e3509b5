extension PlannedRoute.Action {
    /// Whether the action changes a record or a section of it.
    var isWrite: Bool {
        switch self {
        case .write, .writeOwn, .writeSection: true
        case .read, .readOwn, .readSection, .list, .create, .operate, .delete: false
        }
    }

    /// Whether the action is about one section of a record.
    var isOfSection: Bool {
        switch self {
        case .readSection, .writeSection: true
        case .read, .readOwn, .write, .writeOwn, .list, .create, .operate, .delete: false
        }
    }
}
