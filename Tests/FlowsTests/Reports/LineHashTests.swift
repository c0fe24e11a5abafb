import Testing

@testable import Flows

/// The values are those of GitHub's own tests (github/codeql-action, `src/fingerprints.test.ts`).
struct LineHashTests {
    private func hashes(_ text: String) -> [String] {
        let hashes = LineHashes(text)
        var all: [String] = []
        while let hash = hashes.hash(ofLine: all.count + 1) { all.append(hash) }
        return all
    }

    @Test func `Lines are known by what GitHub knows them by`() {
        #expect(hashes("") == ["c129715d7a2bc9a3:1"])
        #expect(
            hashes(" a\nb\n  \t\tc\n d")
                == ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"])
        #expect(
            hashes(String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10))
                == (1...6).map { "a7f2ff13bc495cf2:\($0)" } + [
                    "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1",
                    "c129715d7a2bc9a3:1",
                ])
    }

    @Test func `Breaks of Windows and blanks change nothing`() {
        #expect(hashes("a\r\n b\r\n") == hashes("a\nb\n"))
        #expect(hashes("a\rb") == hashes("a\nb"))
        #expect(hashes("x")[0] != hashes("y")[0])
    }
}
