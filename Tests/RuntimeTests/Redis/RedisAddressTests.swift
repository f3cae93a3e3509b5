import Testing

@testable import Runtime

@Suite("RedisAddress")
struct RedisAddressTests {
    @Test(
        "a URL is read",
        arguments: [
            ("redis://cache.example", RedisAddress.Place.host("cache.example", port: 6379), nil, nil, 0),
            ("redis://127.0.0.1:7000/3", .host("127.0.0.1", port: 7000), nil, nil, 3),
            ("redis://127.0.0.1:7000/", .host("127.0.0.1", port: 7000), nil, nil, 0),
            ("redis://:secret@[::1]:7000", .host("::1", port: 7000), nil, "secret", 0),
            ("redis://me:s%40c%2Fret@host/0", .host("host", port: 6379), "me", "s@c/ret", 0),
            ("redis://me:a@b:c@host", .host("host", port: 6379), "me", "a@b:c", 0),
            ("redis://me:pw@%2Frun%2Fr.sock/2", .socket(path: "/run/r.sock"), "me", "pw", 2),
            ("unix:///run/my%20redis.sock", .socket(path: "/run/my redis.sock"), nil, nil, 0),
            ("unix://:pw@/run/r.sock?db=4", .socket(path: "/run/r.sock"), nil, "pw", 4),
        ] as [(String, RedisAddress.Place, String?, String?, Int)])
    func reads(_ url: String, _ place: RedisAddress.Place, _ user: String?, _ password: String?, _ db: Int) throws {
        let address = try RedisAddress(url: url)
        #expect(address.place == place)
        #expect(address.user == user)
        #expect(address.password == password)
        #expect(address.database == db)
        if let password { #expect(!"\(address)".contains(password)) }
    }

    @Test(
        "what can't be used is refused without being quoted",
        arguments: [
            "", "host", "http://secret@host", "rediss://:secret@host", "redis://", "redis://:6379", "redis://h:0",
            "redis://h:65536", "redis://h:secret", "redis://h/secret", "redis://h/-1", "redis://secret@h",
            "redis://me:@secret", "redis://h?secret=1", "redis://h/1/secret", "redis://h#secret", "unix://secret",
            "unix:///s?secret", "redis://%zzsecret", "redis://me:%FFsecret@h",
        ])
    func refuses(_ url: String) throws {
        let error = try #require(throws: RedisAddressError.self) { try RedisAddress(url: url) }
        #expect(!"\(error)".contains("secret"))
    }
}
