import Testing

@testable import Git

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files of commits, whose bytes may lie in the working folder, too.
@Suite(.enabled(if: Sandbox.hasGit, "git is not installed"))
struct CommittedFileTests {
    private let sandbox: Sandbox
    private let checkout: Checkout
    private let objects: GitObjects
    private let head: String

    init() throws {
        sandbox = try Sandbox()
        let root = try sandbox.repository("r")
        for folder in ["r/src", "r/src/deep"] { sandbox.folder(folder) }
        sandbox.write("r/src/deep/a b\u{e4}.py", "one = 1\n")
        sandbox.write("r/src/deep/a", "other\n")
        symlink("deep/a", root + "/src/link")
        try sandbox.git(["add", "."], in: root)
        try sandbox.git(["commit", "-q", "-m", "Second"], in: root)
        checkout = try #require(Checkout.discover(from: root))
        objects = GitObjects(of: checkout)
        head = try #require(checkout.head)
    }

    private func place(_ path: String) -> FilePlace { FilePlace(commit: head, path: path) }
    private func text(_ path: String, limit: Int = 1000) throws -> String? {
        try objects.bytes(of: place(path), limit: limit).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a file has the name of its blob, whatever its own, and folders and what is not there have none`() throws
    {
        #expect(try objects.blobName(of: place("file.txt")) == "814f4a422927b82f5f8a43f8fab6d3839e3983f2")
        #expect(
            try objects.blobName(of: place("src/deep/a b\u{e4}.py")) == BlobName.of(Array("one = 1\n".utf8), like: head)
        )
        for path in ["file", "file.txt/", "src/deep/b", "none/a", "", "/file.txt"] {
            #expect(try objects.blobName(of: place(path)) == nil && text(path) == nil, "\(path)")
        }
        #expect(try text("src") == nil)
        #expect(try text("src/link") == "deep/a")
    }

    @Test func `the bytes are the commit's, whether the working folder has them, others, fewer or none`() throws {
        #expect(try text("src/deep/a") == "other\n")
        #expect(try objects.has(Array("other\n".utf8), at: place("src/deep/a")))
        for words in ["othen\n", "", "other\nmore\n"] {
            sandbox.write("r/src/deep/a", words)
            #expect(try text("src/deep/a") == "other\n")
            #expect(try !objects.has(Array(words.utf8), at: place("src/deep/a")))
        }
        unlink(checkout.root + "/src/deep/a")
        #expect(try text("src/deep/a") == "other\n")
        // A pipe in its place is waited for by nobody.
        mkfifo(checkout.root + "/src/deep/a", 0o600)
        #expect(try text("src/deep/a") == "other\n")
        #expect(try text("src/deep/a", limit: 5) == nil)
    }

    @Test func `what git has lost is had from the working folder`() throws {
        let id = try #require(try objects.blobName(of: place("src/deep/a")))
        let object = "\(checkout.commonDirectory)/objects/\(id.prefix(2))/\(id.dropFirst(2))"
        try #require(unlink(object) == 0)
        #expect(try text("src/deep/a") == "other\n")
        sandbox.write("r/src/deep/a", "gone\n")
        #expect(try text("src/deep/a") == nil)
    }
}
