import Foundation
import Logging
import Testing

@testable import Runtime
@testable import Server

@Suite("Reading the settings")
struct SettingsReaderTests {
    private func mistakes(_ values: [String: String]) -> [String] {
        do throws(SettingsRefused) {
            _ = try SettingsReader(Environment(values))
            return []
        } catch { return error.mistakes }
    }

    @Test("nothing set gives the runtime's own defaults")
    func defaults() throws {
        let settings = try SettingsReader(Environment([:])).settings
        #expect(settings.http.port == HTTPServer.Configuration().port)
        #expect(settings.http.requestTime == HTTPServer.Configuration().requestTime)
        #expect(settings.postgres.connections == PostgresConfiguration(url: "").connections)
        #expect(settings.cache.bytes == RecordCache.Configuration().bytes)
        #expect(settings.sealingKey == nil && settings.jwtSecret == nil && settings.redisURL == nil)
        #expect(settings.contradictions == [])
    }

    @Test("values reach the configurations of the runtime")
    func values() throws {
        let settings = try SettingsReader(
            Environment([
                "ROSTER_HOST": "0.0.0.0", "ROSTER_PORT": "9000", "ROSTER_REQUEST_TIME": "1500ms",
                "ROSTER_MAX_BODY_BYTES": "2MiB", "ROSTER_BACKLOG": "16", "ROSTER_COALESCE": "off",
                "ROSTER_COALESCE_BATCHES": "7", "ROSTER_CACHE_TTL": "2m", "ROSTER_JWT_LEEWAY": "0s",
                "ROSTER_JWT_ROLES_WITHOUT_IDENTITY": "service, robot", "ROSTER_LOG_LEVEL": "debug",
                "ROSTER_LOG_FORMAT": "text", "ROSTER_LOG_STREAM": "stdout", "ROSTER_ACCESS_LOG": "all",
                "ROSTER_METRICS": "off", "DATABASE_URL": "postgres://a:b@db/c", "REDIS_URL": "redis://:x@cache:1",
            ])
        ).settings
        #expect(settings.http.host == "0.0.0.0" && settings.http.port == 9000)
        #expect(settings.http.requestTime == .milliseconds(1500))
        #expect(settings.http.maxBodyBytes == 2 << 20 && settings.http.backlog == 16)
        #expect(!settings.postgres.coalesce && settings.postgres.maximumBatches == 7)
        #expect(settings.postgres.url == "postgres://a:b@db/c" && settings.redisURL == Secret("redis://:x@cache:1"))
        #expect(settings.cache.ttl == .seconds(120) && settings.tokens.leeway == .zero)
        #expect(settings.tokens.rolesWithoutIdentity == ["service", "robot"])
        #expect(settings.logLevel == .debug && settings.log.format == .text && settings.log.descriptor == 1)
        #expect(settings.accessLog == .all && !settings.servesMetrics)
    }

    @Test("every setting takes its own default, so that no row points at another's value")
    func roundTrip() throws {
        var settings = ServerSettings()
        for setting in SettingsTable.settings {
            let shown = setting.show(settings)
            guard shown != "not set", shown != Secret.mask else { continue }
            try setting.set(shown, &settings)
            #expect(setting.show(settings) == shown, "\(setting.name)")
        }
    }

    @Test("no two rows have one name, and every name is one that the check for unknown ones sees")
    func names() {
        let names = SettingsTable.settings.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.hasPrefix("ROSTER_") || ["DATABASE_URL", "REDIS_URL"].contains($0) })
        #expect(SettingsTable.settings.allSatisfy { $0.sentence.hasSuffix(".") && !$0.sentence.contains("|") })
    }

    @Test(
        "a wrong value is one sentence with the name, what was wrong and what is taken",
        arguments: [
            ("ROSTER_PORT", "99999", "ROSTER_PORT: `99999` is too large. It takes a whole number from 0 to 65535."),
            ("ROSTER_PORT", "-1", "ROSTER_PORT: `-1` is too small. It takes a whole number from 0 to 65535."),
            ("ROSTER_PORT", "80a", "ROSTER_PORT: `80a` is no whole number. It takes a whole number from 0 to 65535."),
            ("ROSTER_PORT", " 80", "ROSTER_PORT: ` 80` is no whole number. It takes a whole number from 0 to 65535."),
            (
                "ROSTER_BACKLOG", "99999999999999999999",
                "ROSTER_BACKLOG: `99999999999999999999` is too large. It takes a whole number from 1 to 65535."
            ),
            ("ROSTER_COALESCE", "yes", "ROSTER_COALESCE: `yes` is neither. It takes `on`, `off`."),
            ("ROSTER_LOG_FORMAT", "JSON", "ROSTER_LOG_FORMAT: `JSON` is none of these. It takes `json`, `text`."),
            (
                "ROSTER_HEADER_TIME", "10",
                "ROSTER_HEADER_TIME: `10` is no time such as 200ms, 10s, 5m, 1h or 7d. It takes a time from 10ms to 10m."
            ),
            ("ROSTER_HEADER_TIME", "1h", "ROSTER_HEADER_TIME: `1h` is too large. It takes a time from 10ms to 10m."),
            (
                "ROSTER_MAX_BODY_BYTES", "1MB",
                "ROSTER_MAX_BODY_BYTES: `1MB` is no amount such as 512, 64KiB, 16MiB or 1GiB. It takes bytes from 1KiB to 1GiB."
            ),
            (
                "ROSTER_MAX_BODY_BYTES", "9999999999999GiB",
                "ROSTER_MAX_BODY_BYTES: `9999999999999GiB` is no amount such as 512, 64KiB, 16MiB or 1GiB. "
                    + "It takes bytes from 1KiB to 1GiB."
            ),
            (
                "ROSTER_HOST", "a\nb",
                #"ROSTER_HOST: `a\nb` has a control character. It takes an address of at most 255 bytes."#
            ),
            (
                "ROSTER_JWT_ROLES_WITHOUT_IDENTITY", "a,,b",
                "ROSTER_JWT_ROLES_WITHOUT_IDENTITY: `a,,b` has an empty word. It takes words with commas between them."
            ),
            ("ROSTER_PROT", "1", "`ROSTER_PROT` is no setting. Did you mean ROSTER_PORT?"),
            ("ROSTER_CASHE", "off", "`ROSTER_CASHE` is no setting. Did you mean ROSTER_CACHE?"),
            ("ROSTER_XYZZY_PLUGH", "1", "`ROSTER_XYZZY_PLUGH` is no setting. `roster config` lists those there are."),
        ])
    func wrong(name: String, value: String, sentence: String) {
        #expect(mistakes([name: value]) == [sentence])
    }

    @Test(
        "what is wrong with a secret is said without it",
        arguments: [
            ("DATABASE_URL", "postgres://roster:s3cret@db:port:x/%zz"), ("DATABASE_URL", "password='s3cret"),
            ("REDIS_URL", "http://s3cret"), ("REDIS_URL", "redis://:s3cret@"), ("REDIS_URL", "redis://:s3cret@:6379"),
            ("ROSTER_SECRET", "s3cret"), ("ROSTER_SECRET", "s3cret" + String(repeating: "f", count: 58)),
            ("ROSTER_JWT_SECRET", "s3cret"), ("ROSTER_JWT_SECRET", "s3cret" + String(repeating: "x", count: 9_000)),
        ])
    func secrets(name: String, value: String) throws {
        let found = mistakes([name: value])
        #expect(found.count == 1)
        let sentence = try #require(found.first)
        #expect(sentence.contains(name))
        #expect(!sentence.contains("s3cret"))
    }

    @Test("all mistakes are told at once, in the order of the table, after the unknown ones")
    func all() {
        let found = mistakes(["ROSTER_PORT": "x", "ROSTER_COALESCE": "x", "ROSTER_NO": "1", "DATABASE_URL": "://"])
        #expect(found.count == 4)
        let starts = ["`ROSTER_NO`", "DATABASE_URL", "ROSTER_PORT", "ROSTER_COALESCE"]
        #expect(zip(found, starts).allSatisfy { $0.hasPrefix($1) })
        #expect(SettingsRefused(mistakes: found).description.hasPrefix("4 settings cannot be taken.\n  `ROSTER_NO`"))
    }

    @Test("variables of others, of builds and of tests are let alone, and an empty value is none")
    func others() throws {
        let reader = try SettingsReader(
            Environment([
                "PATH": "/bin", "ROSTERS": "1", "ROSTER_STRICT": "1", "ROSTER_MEASURE": "1", "ROSTER_PORT": "",
                "ROSTER_UNKNOWN": "",
            ]))
        #expect(reader.settings.http.port == HTTPServer.Configuration().port)
        #expect(reader.sources.isEmpty)
    }

    @Test(
        "settings that cannot be together are refused",
        arguments: [
            (
                ["ROSTER_JWT_SECRET": String(repeating: "x", count: 32), "ROSTER_JWT_JWKS": "/keys"],
                "exclude each other"
            ),
            (
                ["ROSTER_JWT_SECRET": String(repeating: "x", count: 32), "ROSTER_JWT_ALGORITHM": "HS512"],
                "HS512 needs 64 bytes"
            ),
            (["ROSTER_POSTGRES_MIN_BACKOFF": "5s"], "ROSTER_POSTGRES_MAX_BACKOFF"),
            (["ROSTER_POSTGRES_STATEMENT_TIME": "30s"], "ROSTER_CACHE_SETTLE_TIME"),
        ])
    func contradictions(values: [String: String], words: String) throws {
        let found = mistakes(values)
        #expect(found.count == 1)
        #expect(try #require(found.first).contains(words))
    }

    @Test("the cache switched off is a cache of no bytes, whose settle time matters to nobody")
    func cacheOff() throws {
        let settings = try SettingsReader(
            Environment(["ROSTER_CACHE": "off", "ROSTER_CACHE_BYTES": "1GiB", "ROSTER_POSTGRES_STATEMENT_TIME": "30s"])
        ).settings
        #expect(settings.cache.bytes == 0)
    }

    @Test("printing the settings shows no secret")
    func printing() throws {
        let secret = String(repeating: "s3cret", count: 6)
        let reader = try SettingsReader(
            Environment([
                "DATABASE_URL": "postgres://a:s3cret@db/c", "REDIS_URL": "redis://:s3cret@cache",
                "ROSTER_JWT_SECRET": secret,
                "ROSTER_SECRET": String(repeating: "ab", count: 32),
            ]))
        var dumped = ""
        dump(reader.settings, to: &dumped)
        for text in [dumped, "\(reader.settings)", String(reflecting: reader), SettingsPage.text(reader)] {
            #expect(!text.contains("s3cret"))
            #expect(!text.contains("abab"))
            #expect(!text.contains("171"))
        }
        #expect(SettingsPage.text(reader).contains("postgres://a:•••@db/c  (environment)"))
    }
}
