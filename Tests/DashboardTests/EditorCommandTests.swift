import Flows
import Testing

@testable import Dashboard

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct EditorCommandTests {
    private func command(_ environment: [String: String]) -> EditorCommand {
        EditorCommand(
            environment: environment, place: CodePlace(path: "/shop/a b.py", line: 42, isFound: true))
    }

    @Test func `VISUAL goes before EDITOR, and vi is what there always is`() {
        #expect(command(["VISUAL": "emacs", "EDITOR": "nano"]).command == "emacs")
        #expect(command(["VISUAL": " ", "EDITOR": "nano"]).command == "nano")
        #expect(command([:]).command == "vi")
    }

    @Test(
        arguments: [
            ("vi", ["+42", "/shop/a b.py"]), ("/usr/bin/nano -w", ["+42", "/shop/a b.py"]),
            ("nvim", ["+42", "/shop/a b.py"]), ("emacsclient -t -a ''", ["+42", "/shop/a b.py"]),
            ("micro", ["+42", "/shop/a b.py"]), ("kak", ["+42", "/shop/a b.py"]),
            ("hx", ["/shop/a b.py:42"]), ("subl -w", ["/shop/a b.py:42"]),
            ("code --wait", ["--goto", "/shop/a b.py:42"]),
            ("'/Applications/Visual Studio Code.app/bin/code' --wait", ["--goto", "/shop/a b.py:42"]),
            ("idea --wait", ["--line", "42", "/shop/a b.py"]), ("mate -w", ["-l", "42", "/shop/a b.py"]),
            ("ed", ["/shop/a b.py"]),
        ]) func `each editor is told the line in its own way`(editor: String, arguments: [String])
    {
        #expect(command(["EDITOR": editor]).arguments == arguments)
    }

    @Test func `the editor gets its own arguments, and the file as one, whatever its name`() throws {
        var template = Array("/tmp/colophon-editor-XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        let out = folder + "/out"
        defer {
            unlink(out)
            rmdir(folder)
        }
        let place = CodePlace(path: "/shop/$(touch x) `y`.py", line: 7, isFound: true)
        let command = EditorCommand(
            environment: ["VISUAL": "f() { printf '%s|' \"$@\" > '\(out)'; }; f -a 'two words'"], place: place)
        #expect(command.run() == nil)
        let file = try #require(fopen(out, "r"))
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1000)
        let text = String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
        #expect(text == "-a|two words|+7|/shop/$(touch x) `y`.py|")
    }
}
