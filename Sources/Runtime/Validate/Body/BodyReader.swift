import NIOCore

/// Reads one request body against the rules of one resource and collects all issues in one pass.
///
/// A syntax error is thrown and ends the reading (400); whatever else is wrong becomes an issue (422), and the reading goes on with the
/// next member. A field with an issue reads as `.absent`, so nothing may be used before `issues` is found empty.
///
///     var body = BodyReader(request.body, mode: .put, writable: mask, limits: limits)
///     if try body.beginObject() {
///         while let name = try body.nextName() {
///             switch name {
///             case "bio": patch.bio = try body.text(.bio, Rules.bio)
///             default: try body.unknownField(known: ["bio"])
///             }
///         }
///         body.require(.displayName, "display_name")
///     }
///     try body.finish()
///
/// Names are compared with `switch` here, which is Unicode's canonical equality; that is safe for names in ASCII letters, digits and `_`.
package struct BodyReader: Sendable {
    package let mode: BodyMode
    /// The fields that the caller may set.
    package let writable: FieldMask
    /// The fields that the body names, whatever their value.
    package private(set) var present: FieldMask = []
    /// The names that fields had before, of which some may be used here.
    let formerNames: [FormerName]
    /// The former names that the body uses, by their places.
    package private(set) var usedFormerNames: FormerNameMask = []
    /// What is wrong, in the order of the body. When there was more than the limit, the last one says so.
    package private(set) var issues: [Issue] = []

    var reader: JSONReader
    var pointer = JSONPointer()
    /// All issues, those that are not listed too.
    private(set) var issueCount = 0

    package init(
        _ body: ByteBuffer, mode: BodyMode, writable: FieldMask, formerNames: [FormerName] = [],
        limits: JSONLimits = JSONLimits()
    ) {
        self.mode = mode
        self.writable = writable
        self.formerNames = formerNames
        self.reader = JSONReader(body, limits: limits)
    }

    /// Enters the object that comes next. False, with an issue, when the value is no object; it is skipped then.
    package mutating func beginObject() throws(JSONError) -> Bool {
        guard try reader.peek() == .object else {
            try refuseKind(.object)
            return false
        }
        try reader.beginObject()
        pointer.tokens.append(.name(""))
        return true
    }

    /// The next member's name, the present one where the body uses a former; `nil` when the object has ended.
    package mutating func nextName() throws(JSONError) -> String? {
        guard let name = try reader.nextName() else {
            pointer.tokens.removeLast()
            return nil
        }
        // Issues are told at the name that the client wrote.
        pointer.tokens[pointer.tokens.count - 1] = .name(name)
        guard !formerNames.isEmpty, pointer.tokens.count == 1, let place = place(ofFormer: name) else { return name }
        let former = formerNames[place]
        // Given twice, the field has the name that came first.
        if !present.contains(FieldMask(field: former.field)) { usedFormerNames.insert(FormerNameMask(place: place)) }
        return former.present.description
    }

    private func place(ofFormer name: String) -> Int? {
        formerNames.firstIndex { former in
            former.name.withUTF8Buffer { $0.elementsEqual(name.utf8) } && former.isServed(on: CivilDate.today)
        }
    }

    /// Skips a member that no field is read from: with an issue that it may not be set when it is among `known`, else with
    /// one that names the nearest of them.
    package mutating func unknownField(known: [StaticString]) throws(JSONError) {
        try refuseUnknown(known: known.map(\.description))
    }

    /// Adds an issue when a required field is absent where it must not be: in a create or PUT, from a caller that may set it. Comes after
    /// the object's last member.
    package mutating func require(_ field: FieldMask, _ name: StaticString) {
        guard mode != .patch, writable.isSuperset(of: field), !present.isSuperset(of: field) else { return }
        reportMissing(name.description)
    }

    /// Checks that nothing follows the body's value.
    package mutating func finish() throws(JSONError) {
        try reader.end()
    }
}

extension BodyReader {
    /// Notes that the body names `field`. False, with an issue and the value skipped, when the caller may not set it.
    mutating func admit(_ field: FieldMask) throws(JSONError) -> Bool {
        guard formerNames.isEmpty || !present.contains(field) else {
            // The reader refuses equal names, so it was given by another of its names before.
            report(Finding(.givenTwice, "is given by another name of the field, too"))
            try reader.skipValue()
            return false
        }
        present.formUnion(field)
        if writable.isSuperset(of: field) { return true }
        try refuseToSet()
        return false
    }

    private mutating func refuseToSet() throws(JSONError) {
        report(Finding(.notWritable, "may not be set here by this caller"))
        try reader.skipValue()
    }

    /// Adds an issue at the present place.
    mutating func report(_ finding: Finding) {
        report(finding, at: pointer)
    }

    mutating func reportMissing(_ name: String) {
        report(Finding(.missingField, "is required"), at: JSONPointer(pointer.tokens + [.name(name)]))
    }

    mutating func reportBroken(_ name: String, _ message: String) {
        report(Finding(.checkFailed, message), at: JSONPointer(pointer.tokens + [.name(name)]))
    }

    /// Skips the value under a name that is not known.
    mutating func refuseUnknown(known: [String]) throws(JSONError) {
        if case .name(let name)? = pointer.tokens.last {
            let isKnown = known.contains { $0.utf8.elementsEqual(name.utf8) }
            if isKnown || (pointer.tokens.count == 1 && place(ofFormer: name) != nil) { return try refuseToSet() }
        }
        var message = "is not known here"
        if case .name(let name)? = pointer.tokens.last, let nearest = EditDistance.nearest(to: name, in: known) {
            message += "; did you mean \(nearest)?"
        }
        report(Finding(.unknownField, message))
        try reader.skipValue()
    }

    /// Skips a value that is not of the kind that it should be.
    mutating func refuseKind(_ kind: JSONKind) throws(JSONError) {
        report(Finding(.wrongType, "must be \(kind.words)"))
        try reader.skipValue()
    }

    private mutating func report(_ finding: Finding, at place: JSONPointer) {
        issueCount += 1
        let listed = reader.limits.issues
        if issueCount <= listed {
            issues.append(
                Issue(
                    pointer: place.description, code: finding.code.rawValue, message: finding.message,
                    limit: finding.limit))
        } else if issueCount == listed + 1 {
            issues.append(
                Issue(
                    pointer: "", code: IssueCode.tooManyIssues.rawValue,
                    message: "there are more issues than the \(listed) that are listed", limit: Int64(listed)))
        }
    }
}

extension JSONKind {
    fileprivate var words: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        }
    }
}
