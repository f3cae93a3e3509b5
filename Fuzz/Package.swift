// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that only what is fuzzed is built with libFuzzer's coverage, and not the C libraries and cryptography that the
// server needs. Each target links the sources under test into its own folder; one fuzzer is one target.
let fuzzer: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])]
let linker: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]

let package = Package(
    name: "fuzz",
    dependencies: [.package(url: "https://github.com/apple/swift-nio", from: "2.101.2")],
    targets: [
        .executableTarget(
            name: "FuzzJSON",
            dependencies: [.product(name: "NIOCore", package: "swift-nio")],
            path: "JSON", swiftSettings: fuzzer, linkerSettings: linker),
        .systemLibrary(name: "CLibyaml", path: "CLibyaml", pkgConfig: "yaml-0.1"),
        .executableTarget(
            name: "FuzzSpec", dependencies: ["CLibyaml"], path: "Spec", exclude: ["words.dict"], swiftSettings: fuzzer,
            linkerSettings: linker),
    ],
    swiftLanguageModes: [.v6]
)
