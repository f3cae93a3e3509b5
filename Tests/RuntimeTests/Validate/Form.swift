import NIOCore

@testable import Runtime

extension FieldMask {
    static let name = FieldMask(field: 0)
    static let bio = FieldMask(field: 1)
    static let status = FieldMask(field: 2)
    static let ui = FieldMask(field: 3)
    static let other = FieldMask(field: 4)
}

/// A reader as the generator writes them.
struct Form {
    var name: Change<String> = .absent
    var bio: Change<String> = .absent
    var status: Change<String> = .absent
    var email: Change<String> = .absent
    var age: Change<Int64> = .absent
    var price: Change<String> = .absent
    var active: Change<Bool> = .absent
    var level: Change<String> = .absent
    var born: Change<Int32> = .absent
    var wake: Change<Int64> = .absent
    var at: Change<Int64> = .absent
    var id: Change<RecordID> = .absent
    var quiet: Change<ByteBuffer> = .absent
    var tags: Change<ByteBuffer> = .absent
    var free: Change<ByteBuffer> = .absent
    var ui: Change<SectionPatch> = .absent
    var present: FieldMask = []
    var issues: [Runtime.Issue] = []

    static let hours = JSONShape.object([
        .init("from", .time, required: true), .init("to", .time, required: true),
        .init("note", .text(TextRule(maximum: 10))),
    ])
    static let levels = ChoiceRule(of: ["nobody", "user"])

    static func read(
        _ text: String, _ mode: BodyMode, writable: FieldMask = FieldMask(rawValue: .max)
    ) throws(JSONError) -> Form {
        var body = BodyReader(ByteBuffer(string: text), mode: mode, writable: writable)
        var form = Form()
        if try body.beginObject() {
            while let name = try body.nextName() { try form.read(name, from: &body) }
            body.require(.name, "name")
        }
        try body.finish()
        form.issues = body.issues
        form.present = body.present
        return form
    }

    private static func text(_ change: Change<JSONPatch>) -> Change<ByteBuffer> {
        switch change {
        case .absent: .absent
        case .null: .null
        case .value(let patch): .value(patch.text)
        }
    }

    private mutating func read(_ name: String, from body: inout BodyReader) throws(JSONError) {
        switch name {
        case "name": self.name = try body.text(.name, TextRule(minimum: 1, maximum: 10, trim: true))
        case "bio": bio = try body.text(.bio, TextRule(maximum: 20, multiline: true, nullable: true))
        case "status": status = try body.choice(.status, ChoiceRule(of: ["a"]))
        case "email": email = try body.text(.other, TextRule(maximum: 254, format: .email))
        case "age": age = try body.integer(.other, IntegerRule(minimum: 0, maximum: 150))
        case "price": price = try body.decimal(.other, DecimalRule(precision: 5, scale: 2))
        case "active": active = try body.bool(.other, BoolRule())
        case "level": level = try body.choice(.other, ChoiceRule(of: ["low", "high"]))
        case "born": born = try body.date(.other, DateRule())
        case "wake": wake = try body.time(.other, TimeRule())
        case "at": at = try body.timestamp(.other, TimestampRule())
        case "id": id = try body.uuid(.other, UUIDRule())
        case "quiet": quiet = Self.text(try body.json(.other, Self.hours))
        case "tags": tags = try body.list(.other, .list(of: .text(TextRule(maximum: 5)), maximum: 3))
        case "free": free = Self.text(try body.json(.other, .any))
        case "ui": ui = try body.section(.ui, Self.readUI)
        default: try body.unknownField(known: ["name", "bio"])
        }
    }

    private static func readUI(_ body: inout BodyReader, _ section: inout SectionPatch) throws(JSONError) {
        while let key = try body.nextName() {
            switch key {
            case "theme": try body.choice("theme", ChoiceRule(of: ["light", "dark"]), into: &section)
            case "size": try body.integer("size", IntegerRule(minimum: 1, maximum: 5), into: &section)
            case "hours": try body.json("hours", hours, into: &section)
            case "shown": try body.map("shown", keys: ["bio", "email"], of: levels, into: &section)
            default: try body.unknownField(known: ["theme", "size", "hours", "shown"])
            }
        }
    }
}
