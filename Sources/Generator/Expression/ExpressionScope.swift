/// What an expression may speak of.
package struct ExpressionScope: Sendable {
    enum Meaning: Sendable {
        case value(ExpressionReference, ExpressionType)
        /// A name that is there and cannot be used, and why.
        case closed(String)
    }

    private(set) var names: [(name: String, meaning: Meaning)] = []
    /// Why `now()` and `today()` may not be used; `nil` where they may.
    var clockIsClosed: String?

    package init() {}

    /// The fields of a resource and its timestamps, as `age` and as `record.age`.
    package static func record(_ resource: Spec.Resource) -> ExpressionScope {
        var scope = ExpressionScope()
        for field in resource.fields where field.typeIsKnown {
            scope.add(field.name.value, .field, field.type.value, prefix: "record.")
        }
        for name in [resource.timestamps.created, resource.timestamps.updated].compactMap({ $0 }) {
            scope.add(name.value, .field, .datetime, prefix: "record.")
        }
        for section in resource.sections {
            let closed = Meaning.closed("`\(section.name.value)` is a section, and expressions look at single values")
            scope.names.append((section.name.value, closed))
            scope.names.append(("record.\(section.name.value)", closed))
        }
        return scope
    }

    /// The same with `actor.id`, who asks: null for a caller without an identity.
    package func withActor() -> ExpressionScope {
        var scope = self
        scope.names.append(("actor.id", .value(ExpressionReference(.actor, "id"), .uuid)))
        return scope
    }

    /// The same with the values that an operation is given, as `input.reason`.
    package func withInput(_ properties: [Spec.Property]) -> ExpressionScope {
        var scope = self
        for property in properties where property.typeIsKnown {
            scope.add(property.name.value, .input, property.type.value, prefix: "input.", bare: false)
        }
        return scope
    }

    /// The same without `now()` and `today()`.
    /// - Parameter reason: why, as a sentence without its end.
    package func withoutClock(_ reason: String) -> ExpressionScope {
        var scope = self
        scope.clockIsClosed = reason
        return scope
    }

    func meaning(of name: String) -> Meaning? {
        names.first { $0.name == name }?.meaning
    }

    private mutating func add(
        _ name: String, _ root: ExpressionReference.Root, _ type: Spec.FieldType, prefix: String, bare: Bool = true
    ) {
        let meaning: Meaning =
            if let type = ExpressionType(type) {
                .value(ExpressionReference(root, name), type)
            } else {
                .closed("`\(name)` is a `\(type.word)`, and expressions cannot look into it")
            }
        if bare { names.append((name, meaning)) }
        names.append((prefix + name, meaning))
    }
}
