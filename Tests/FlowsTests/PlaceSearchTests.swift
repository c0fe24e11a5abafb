import Foundation
import Store
import Testing

@testable import Flows

/// Where generated code stands today.
struct PlaceSearchTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func edit(
        _ path: String, after: String? = nil, patch: String? = nil, firstLine: Int? = nil
    ) -> EditDetail {
        var row = EditRow(id: 1, uid: "e", at: 0, path: path, kind: "update", status: "applied")
        row.firstLine = firstLine
        return EditDetail(edit: row, after: after, patch: patch)
    }

    private func find(_ edit: EditDetail, line: String? = nil, here: String? = nil) throws -> CodePlace {
        try PlaceSearch(of: edit, directories: [folder.path + "/shop"], here: here).find(line: line)
    }

    private static let wrote = "def refund(request):\n    key = request.key\n    return once(key)\n"

    @Test func `code is found where it stands now, moved and indented anew`() throws {
        let file = try folder.write(
            "shop/pay/refund.py", "import x\n\nclass Pay:\n    def refund(request):\n        key = request.key\n")
        #expect(
            try find(edit("pay/refund.py", after: Self.wrote, firstLine: 1))
                == CodePlace(path: file, line: 4, isFound: true))
        #expect(try find(edit("pay/refund.py", after: Self.wrote), line: "    key = request.key").line == 5)
    }

    @Test func `of several equal lines that one is meant whose neighbours are the same`() throws {
        try folder.write(
            "shop/a.py",
            "    return once(key)\nother\n\n\n\ndef refund(request):\n    key = request.key\n    return once(key)\n")
        #expect(try find(edit("a.py", after: Self.wrote, firstLine: 1), line: "    return once(key)").line == 8)
    }

    @Test func `a patch tells what was written as well as a text does`() throws {
        try folder.write("shop/a.py", "one\ntwo\nnew line here\n")
        let patch = "@@ -1,2 +1,2 @@\n one\n-old line here\n+new line here"
        #expect(try find(edit("a.py", patch: patch), line: "new line here").line == 3)
        #expect(try find(edit("a.py", patch: patch)).line == 3, "the line it adds, not the one around it")
    }

    @Test func `code that is gone opens at the line where it was written, as far as the file goes`() throws {
        let file = try folder.write("shop/a.py", "one\ntwo\nthree\n")
        #expect(
            try find(edit("a.py", after: "gone for good", firstLine: 2))
                == CodePlace(path: file, line: 2, isFound: false))
        #expect(try find(edit("a.py", after: "gone for good", firstLine: 900)).line == 4)
    }

    @Test func `a file that is not there, and a session without a folder, are one sentence each`() {
        #expect(throws: PlaceSearch.Absence(description: "'b.py' is not there any more.")) { try find(edit("b.py")) }
        #expect(
            throws: PlaceSearch.Absence(
                description: "'b.py' cannot be opened: its session's folder is not recorded.")
        ) { try PlaceSearch(of: edit("b.py"), directories: [""], here: nil).find() }
    }

    @Test(arguments: ["../secret.txt", "link/secret.txt", "/etc/passwd", "pay/../../secret.txt"])
    func `a path that leads out of the repository is not opened`(path: String) throws {
        try folder.write("secret.txt", "secret")
        try folder.write("shop/pay/a.py", "a")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/shop/link", withDestinationPath: folder.path)
        #expect(
            throws: PlaceSearch.Absence(description: "'\(path)' lies outside its repository and is not opened.")
        ) { try find(edit(path)) }
    }

    @Test func `in the checkout in which one stands it is that one's file`() throws {
        try folder.write("shop/a.py", "first\n")
        let other = try folder.write("clone/a.py", "first\n")
        #expect(try find(edit("a.py", after: "first"), here: folder.path + "/clone").path == other)
    }

    @Test func `what is no file is not read`() throws {
        try folder.write("shop/pay/a.py", "a")
        mkfifo(folder.path + "/shop/pipe", 0o600)
        #expect(try find(edit("pipe", after: "text", firstLine: 3)).isFound == false)
        #expect(try find(edit("pay", after: "text")).line == 1)
    }
}
