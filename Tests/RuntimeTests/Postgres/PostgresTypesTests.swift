import DevServices
import NIOCore
import TestSupport
import Testing

@testable import Runtime

@Suite("Postgres: values", .timeLimit(.minutes(1)))
struct PostgresTypesTests {
    static let integers = Statement(
        "integers", "SELECT $1, $2, $1::int2, $3::float8, $3::float4", parameterTypes: [.int8, .int4, .float8])

    @Test("numbers come back as they were bound", arguments: [0, 1, -1, 32_767, -32_768] as [Int64])
    func numbers(number: Int64) async throws {
        try await withPool(PrivatePostgres.shared) { fixture in
            let parameters = Parameters.build {
                $0.int8(number)
                $0.int4(Int32(number))
                $0.float8(Double(number) / 2)
            }
            let row = try #require(await fixture.pool.query(Self.integers, parameters, deadline: .late).first)
            for column in 0..<3 { #expect(row.int64(column) == number) }
            #expect(row.double(3) == Double(number) / 2)
            #expect(row.double(4) == Double(number) / 2)
            #expect(row.bool(0) == nil && row.uuid(0) == nil, "another length gives nil")
        }
    }

    static let mixed = Statement(
        "mixed", "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9::text, $10, $11, $12",
        parameterTypes: [
            .text, .bool, .uuid, .timestamptz, .date, .jsonb, .bytea, .int8, .numeric, .text, .text, .numeric,
        ])

    @Test("values of all types come back as they were bound, empty ones too")
    func values() async throws {
        let id = RecordID.random()
        try await withPool(PrivatePostgres.shared) { fixture in
            let parameters = Parameters.build {
                $0.text("Zoë 🦆")
                $0.bool(true)
                $0.uuid(id)
                $0.timestamp(-1_234_567)
                $0.date(9_000)
                $0.jsonb(ByteBuffer(string: #"{"a": [1, null]}"#))
                $0.bytea(ByteBuffer(bytes: [0, 1, 255]))
                $0.int8(.min)
                $0.numeric(text: "-12345678901234567890.0010")
                $0.text("")
                $0.text(bytes: ByteBuffer(string: "after a numeric"))
                $0.numeric(text: nil)
            }
            let row = try #require(await fixture.pool.query(Self.mixed, parameters, deadline: .late).first)
            #expect(row.string(0) == "Zoë 🦆")
            #expect(row.bool(1) == true)
            #expect(row.uuid(2) == id)
            #expect(row.timestamp(3) == -1_234_567)
            #expect(row.date(4) == 9_000)
            #expect(row.jsonb(5) { String(decoding: $0, as: UTF8.self) } == #"{"a": [1, null]}"#)
            #expect(row.withBytes(6) { Array($0) } == [0, 1, 255])
            #expect(row.int64(7) == .min)
            #expect(row.string(8) == "-12345678901234567890.0010")
            #expect(row.string(9) == "" && !row.isNull(9))
            #expect(row.string(10) == "after a numeric")
            #expect(row.isNull(11))
        }
    }

    @Test("NULL is nil in every type, and so is a column that isn't there")
    func nulls() async throws {
        try await withPool(PrivatePostgres.shared) { fixture in
            let parameters = Parameters.build {
                $0.text(nil)
                $0.bool(nil)
                $0.uuid(nil)
                $0.timestamp(nil)
                $0.date(nil)
                $0.jsonb(nil)
                $0.bytea(nil)
                $0.int8(nil)
                $0.numeric(text: nil)
                $0.text(bytes: nil)
                $0.null()
                $0.null()
            }
            let row = try #require(await fixture.pool.query(Self.mixed, parameters, deadline: .late).first)
            for column in 0..<14 { #expect(row.isNull(column)) }
            #expect(row.string(0) == nil && row.bool(1) == nil && row.uuid(2) == nil && row.timestamp(3) == nil)
            #expect(row.date(4) == nil && row.int64(7) == nil && row.jsonb(5) { $0.count } == nil)
            #expect(row.string(99) == nil && row.int64(-1) == nil)
        }
    }

    static let arrays = Statement(
        "arrays", "SELECT cardinality($1), $1[2], cardinality($2), $2[2]", parameterTypes: [.uuidArray, .textArray])

    @Test("arrays arrive whole, empty ones too")
    func arrays() async throws {
        let ids = [RecordID.random(), .random(), .random()]
        try await withPool(PrivatePostgres.shared) { fixture in
            let full = Parameters.build {
                $0.uuidArray(ids)
                $0.textArray(["a", #"quo"te, {}"#])
            }
            let row = try #require(await fixture.pool.query(Self.arrays, full, deadline: .late).first)
            #expect(row.int64(0) == 3 && row.uuid(1) == ids[1] && row.int64(2) == 2)
            #expect(row.string(3) == #"quo"te, {}"#)
            let empty = Parameters.build {
                $0.uuidArray([])
                $0.textArray([])
            }
            let none = try #require(await fixture.pool.query(Self.arrays, empty, deadline: .late).first)
            #expect(none.int64(0) == 0 && none.int64(2) == 0)
        }
    }
}
