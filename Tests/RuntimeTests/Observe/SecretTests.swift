import Testing

@testable import Runtime

@Suite("Secrets")
struct SecretTests {
    private struct Holder {
        var name = "holder"
        var secret = Secret("hunter2")
        var all = ["key": Secret("hunter2")]
        var maybe: Secret? = Secret("hunter2")
    }

    @Test("no way of printing shows one")
    func printing() {
        let holder = Holder()
        var dumped = ""
        dump(holder, to: &dumped)
        for text in [
            "\(holder.secret)", String(describing: holder), String(reflecting: holder), dumped,
            String(reflecting: holder.secret), "\(holder.all)", "\(Mirror(reflecting: holder.secret).children.count)",
        ] {
            #expect(!text.contains("hunter2"))
        }
        #expect(holder.secret.reveal() == "hunter2")
    }

    @Test(
        "an address shows where it leads, and nothing else",
        arguments: [
            ("postgres://roster:s3cret@db.internal:5432/users", "postgres://roster:•••@db.internal:5432/users"),
            ("postgres://db/users?password=s3cret&sslmode=require", "postgres://db/users?•••"),
            ("postgresql://roster@[::1]:5432/users", "postgresql://roster@[::1]:5432/users"),
            ("redis://:s3cret@127.0.0.1:6379/0", "redis://:•••@127.0.0.1:6379/0"),
            ("postgres:///users?host=/tmp", "postgres:///users?•••"),
            ("postgres://a:s3@cret@db/users", "postgres://a:•••@db/users"),
            ("postgres://a:s3%40cret@db:1,db2:2/users#s3cret", "postgres://a:•••@db:1,db2:2/users?•••"),
            ("postgres://s3cret%20x:y@db/users", "postgres://•••:•••@db/users"),
            // What was not escaped ends the address early: neither side of it must show.
            ("postgres://a:s3/cret@db/users", "•••"),
            ("postgres://a:s3?cret@db/users", "•••"),
            ("postgres://a:s3#cret@db/users", "•••"),
            ("host=db password=s3cret", "•••"),
            ("s3cret", "•••"),
            ("", "•••"),
        ])
    func addresses(address: String, shown: String) {
        #expect(Secret(address).redactedURL == shown)
    }

    @Test("a Postgres configuration doesn't print its password")
    func configuration() {
        let configuration = PostgresConfiguration(url: "postgres://roster:s3cret@db/users")
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in ["\(configuration)", String(reflecting: configuration), dumped] {
            #expect(!text.contains("s3cret"))
            #expect(text.contains("db/users"))
        }
    }
}
