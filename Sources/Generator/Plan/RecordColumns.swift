/// The columns that every statement of a resource returns, in this order: the key, the row version, the fields but the
/// key in the order of the contract, and the owner's choices. Generated readers know columns by these places.
struct RecordColumns {
    let key = 0
    let version = 1
    /// The column of each field, by its bit.
    let fields: [Int]
    /// The column of each choice of the resource's visibility.
    let choices: [Int]
    /// Where an update that changed another record with its own puts that record's new version.
    let touched: Int

    init(_ resource: Contract.Resource) {
        var next = 2
        func place() -> Int {
            defer { next += 1 }
            return next
        }
        self.fields = resource.fields.map { field in
            // What a function makes is no column; nothing reads the place.
            field.name == resource.key ? 0 : field.function != nil ? -1 : place()
        }
        self.choices = (resource.visibility?.choices ?? []).map { _ in place() }
        self.touched = next
    }

    func column(of field: String, in resource: Contract.Resource) -> Int {
        resource.bit(of: field).map { fields[$0] } ?? key
    }
}
