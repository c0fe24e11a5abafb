import Testing

@testable import Git

struct BlobNameTests {
    /// As `git hash-object` names them.
    @Test(arguments: [
        ("", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"), ("hello\n", "ce013625030ba8dba906f756967f9e9ca394464a"),
    ])
    func `a blob has git's own name`(text: String, name: String) {
        #expect(BlobName.of(Array(text.utf8), like: name) == name)
    }

    @Test func `long ones, too`() {
        let bytes = [UInt8](repeating: 0x61, count: 1000)
        #expect(
            BlobName.of(bytes, like: String(repeating: "0", count: 40)) == "a50be72b20f0e3f078d252e8e56b11b4bec67509")
    }
}
