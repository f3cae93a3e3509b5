import Testing

@testable import Generator

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "gives the digests of FIPS 180-4's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func vectors(text: String, digest: String) {
        #expect(SHA256.hexadecimal(text.utf8) == digest)
    }

    /// The padding begins a block of its own or not: every length of up to three blocks, and the digest of all those digests
    /// as another implementation has it.
    @Test("gives the digests of texts of every length around a block's end")
    func lengths() {
        let digests = (0..<200).map { SHA256.hexadecimal(String(repeating: "a", count: $0).utf8) }
        let whole = digests.joined()
        #expect(SHA256.hexadecimal(whole.utf8) == "019f2b9f1af27a53a1f046da7e98af2c179f431e4b5bebb000e74040917a4123")
        // Bytes that lie nowhere in a row are the same message.
        #expect(SHA256.hexadecimal(whole.utf8.lazy.map { $0 }) == SHA256.hexadecimal(whole.utf8))
    }
}
