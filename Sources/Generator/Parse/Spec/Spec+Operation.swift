extension Spec {
    /// One entry of `operations:`, what callers do with a record beyond reading and writing its fields.
    ///
    /// One with `to:` moves a record from state to state; one without is answered by a function that is written by hand.
    package struct Operation: Equatable, Sendable {
        package var name: Located<String>
        package var description: Located<String>?
        /// `on: profile`, the resource of the records.
        package var resource: Located<String>
        /// `from`, `to` and `field`, for a move between states.
        package var move: Move?
        package var allow: AccessList
        /// What the body says.
        package var input: [Property]
        /// What is answered, for an operation that is written by hand; `nil` when nothing is.
        package var output: Output?
        package var method: Located<Method>?
        /// Below `api.base`; `nil` for the usual place below the resource.
        package var path: Located<String>?
        /// Where `handler: required` stands.
        package var handler: Located<Handler>?
        /// Whether the operation may be asked for over many records at once.
        package var bulk: Located<Bool>?
        /// What the function may refuse a request with.
        package var problems: [Problem] = []

        package struct Move: Equatable, Sendable {
            /// The field that holds the state; `nil` for the resource's one enum that nobody writes.
            package var field: Located<String>?
            package var from: [Located<String>]
            package var to: Located<String>
        }

        package struct Output: Equatable, Sendable {
            package var properties: [Property]
            package var span: Span

            package static func == (left: Output, right: Output) -> Bool { left.properties == right.properties }
        }

        /// There is no answer without the function, so it is never optional.
        package enum Handler: String, CaseIterable, Equatable, Sendable {
            case required
        }

        package enum Method: String, CaseIterable, Equatable, Sendable {
            case get = "GET"
            case post = "POST"
            case put = "PUT"
            case patch = "PATCH"
            case delete = "DELETE"
        }
    }

    /// Whether code that a person writes must be there.
    package enum Demand: String, CaseIterable, Equatable, Sendable {
        case required, optional
    }
}

extension Spec.Resource {
    /// The enums that may hold a record's state: those that nobody writes.
    var stateFields: [Spec.Field] {
        fields.filter { field in
            if case .enumeration = field.type.value { field.write.isEmpty && !field.isImmutable } else { false }
        }
    }

    /// The field that operations move when they name none.
    var stateField: Spec.Field? { stateFields.count == 1 ? stateFields[0] : nil }
}
