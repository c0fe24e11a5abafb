import Testing

@testable import Dashboard

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct PagerCommandTests {
    @Test func `PAGER is taken as it is written, and less with colours is what comes next`() {
        #expect(PagerCommand(environment: ["PAGER": "most -s"]).command == "most -s")
        #expect(PagerCommand(environment: ["PAGER": " "]).command.contains("less -R"))
    }

    @Test func `the pager reads the text, from a file that only the user may read`() throws {
        var template = Array("/tmp/colophon-pager-XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        let out = folder + "/out"
        defer {
            unlink(out)
            rmdir(folder)
        }
        let text = String(repeating: "def once(key): ± \n", count: 9000)
        #expect(PagerCommand(environment: ["PAGER": "tr d D > '\(out)'"]).run(text) == nil)
        #expect(contents(of: out) == String(text.map { $0 == "d" ? "D" : $0 }))
        #expect(PagerCommand(environment: ["PAGER": "ls -lL /dev/stdin > '\(out)'"]).run("x") == nil)
        #expect(contents(of: out).hasPrefix("-rw-------"))
    }

    @Test func `a pager that is not there is one sentence`() {
        #expect(
            PagerCommand(environment: ["PAGER": "no-such-pager -x 2>/dev/null"]).run("x")
                == "There is no pager 'no-such-pager' here: set PAGER to the one you use.")
    }

    @Test func `a pager that ends before it has read all is no error`() {
        #expect(PagerCommand(environment: ["PAGER": "true"]).run(String(repeating: "x", count: 1 << 20)) == nil)
    }

    private func contents(of path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
    }
}
