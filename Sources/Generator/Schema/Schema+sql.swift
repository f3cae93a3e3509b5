extension Schema.Column {
    /// As in `CREATE TABLE` and `ADD COLUMN`.
    var definition: String {
        let serial = type == "SERIAL"
        var text = "\(name) \(type)"
        if isPrimary { text += " PRIMARY KEY" }
        if let reference { text += " \(reference.sql)" }
        if !isNullable, !isPrimary { text += " NOT NULL" }
        if let standard, !serial { text += " DEFAULT \(standard)" }
        return text
    }
}
