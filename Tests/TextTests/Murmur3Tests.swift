import Testing
import Text

/// The values that other implementations give.
struct Murmur3Tests {
    @Test(arguments: [
        ("", 0, 0), ("", 1, 0x514E_28B7), ("test", 0, 0xBA6B_D213), ("test", 0x9747_B28C, 0x704B_81DC),
        ("Hello, world!", 0, 0xC036_3E43), ("Hello, world!", 0x9747_B28C, 0x2488_4CBA),
        ("The quick brown fox jumps over the lazy dog", 0, 0x2E4F_F723),
    ])
    func `known texts have known hashes`(text: String, seed: UInt32, hash: UInt32) {
        #expect(Murmur3.hash(text, seed: seed) == hash)
    }
}
