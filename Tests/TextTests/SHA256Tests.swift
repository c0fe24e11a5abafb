import Provenance
import Testing
import Text

struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func `the vectors of the standard hash as they should`(text: String, hex: String) {
        #expect(SHA256.hash(text).hex == hex)
    }

    @Test func `a hundred thousand letters hash the same in one piece and in pieces of any size`() {
        let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 100_000)
        let whole = letters.withUnsafeBytes { SHA256.hash($0) }
        // From hashlib.
        #expect(whole.hex == "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee")
        var hash = SHA256()
        var position = 0
        for size in (0...).lazy.map({ $0 % 200 }) {
            let end = min(position + size, letters.count)
            letters[position..<end].withUnsafeBytes { hash.update($0) }
            position = end
            if position == letters.count { break }
        }
        #expect(hash.finish() == whole)
    }

    @Test func `a digest reads back from its text and bytes, and nothing else does`() {
        let digest = SHA256.hash("abc")
        #expect(Digest(hex: digest.hex) == digest)
        #expect(Digest(hex: digest.hex.uppercased()) == digest)
        #expect(Digest(bytes: digest.bytes) == digest)
        #expect(Digest(hex: String(digest.hex.dropLast())) == nil)
        #expect(Digest(hex: digest.hex.dropLast() + "g") == nil)
        #expect(Digest(bytes: digest.bytes.dropLast()) == nil)
    }
}
