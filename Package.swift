// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "roster",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "roster", targets: ["Server"]),
        .executable(name: "rosterc", targets: ["rosterc"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.1.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // C libraries: a module map and a thin shim header each; one Swift type owns each kind of C object.
        .systemLibrary(
            name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .systemLibrary(
            name: "CHiredis", pkgConfig: "hiredis", providers: [.apt(["libhiredis-dev"]), .brew(["hiredis"])]),
        .systemLibrary(
            name: "CLibyaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

        // The generator: text in, files out. Knows nothing of Runtime but the names it spells.
        .target(name: "Generator", dependencies: ["CLibyaml"]),
        // Named as its product: a plugin finds a tool of its own package by a name that must be both.
        .executableTarget(
            name: "rosterc",
            dependencies: [
                "Generator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/GeneratorTool"),
        .plugin(name: "GenerateAPI", capability: .buildTool(), dependencies: ["rosterc"]),

        // The server: Server -> Generated -> Runtime -> C libraries.
        .target(
            name: "Runtime",
            dependencies: [
                "CLibpq", "CHiredis",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        // One hand-written file and what the plugin makes of spec/users.yaml in every build.
        .target(
            name: "Generated",
            dependencies: [
                "Runtime",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            plugins: ["GenerateAPI"]),
        // Private Postgres and Redis for development and tests.
        .target(name: "DevServices"),
        .executableTarget(
            name: "Server",
            dependencies: [
                "Generated", "Runtime", "DevServices",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "JWTKit", package: "jwt-kit"),
            ],
            plugins: ["GenerateAPI"]),

        // Made from a spec with every word of the language, to be compiled.
        .target(
            name: "Everything",
            dependencies: [
                "Runtime",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            path: "Tests/Everything", exclude: ["spec.yaml"], plugins: ["GenerateAPI"]),
        // Made from a spec of three resources, to be served beside the shipped one.
        .target(
            name: "Library",
            dependencies: [
                "Runtime",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            path: "Tests/Library", exclude: ["spec.yaml"], plugins: ["GenerateAPI"]),
        // The contract that follows it: servers of both run side by side in the tests of a rolling deploy.
        .target(
            name: "LibraryNext",
            dependencies: [
                "Runtime",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            path: "Tests/LibraryNext", exclude: ["spec.yaml"], plugins: ["GenerateAPI"]),
        .testTarget(
            name: "GeneratorTests", dependencies: ["Generator", "rosterc", "SpecCheckout", "TestSupport"],
            exclude: ["Fixtures", "Goldens"]),
        // A folder with a spec and its migrations, and the tool that works on them.
        .target(name: "SpecCheckout", path: "Tests/Checkout"),
        .testTarget(name: "DevServicesTests", dependencies: ["DevServices", "Server"]),
        // What the tests of several targets have in common: a client that sends exactly its bytes, a shared Postgres.
        .target(
            name: "TestSupport",
            dependencies: [
                "DevServices",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Tests/Support"),
        .testTarget(
            name: "RuntimeTests",
            dependencies: ["Runtime", "DevServices", "TestSupport", .product(name: "JWTKit", package: "jwt-kit")]),
        // What the generator plans, run by the runtime.
        .testTarget(
            name: "MigrationTests",
            dependencies: [
                "Generator", "Runtime", "DevServices", "TestSupport", .product(name: "Logging", package: "swift-log"),
            ]),
        // What is generated from one rule, asked the same: the Swift, the SQL and the JSON Schema.
        .testTarget(
            name: "VerdictTests",
            dependencies: [
                "Generator", "Everything", "Runtime", "DevServices", "TestSupport",
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
            ]),
        // Over real sockets, on a real Postgres.
        .testTarget(
            name: "IntegrationTests",
            dependencies: [
                "Server", "Generated", "Everything", "Library", "LibraryNext", "Generator", "Runtime", "DevServices",
                "TestSupport", "rosterc", "SpecCheckout",
                .product(name: "JWTKit", package: "jwt-kit"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ], exclude: ["TypeScript/expectations.ts", "TypeScript/library.ts", "TypeScript/scenario.ts"]),
        .testTarget(
            name: "ServerTests", dependencies: ["Server", "Runtime", .product(name: "Logging", package: "swift-log")]),
    ],
    swiftLanguageModes: [.v6]
)

// Settings that hold for all our Swift targets, written once. CI sets ROSTER_STRICT=1.
for target in package.targets where ![.system, .plugin].contains(target.type) {
    var settings: [SwiftSetting] = target.swiftSettings ?? []
    settings.append(.enableUpcomingFeature("ExistentialAny"))
    settings.append(.enableUpcomingFeature("MemberImportVisibility"))
    if Context.environment["ROSTER_STRICT"] == "1" {
        settings.append(.treatAllWarnings(as: .error))
    }
    target.swiftSettings = settings
}
