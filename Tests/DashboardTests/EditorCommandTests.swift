import Flows
import Testing

@testable import Dashboard

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
            ("hx", ["/shop/a b.py:42"]), ("code --wait", ["--goto", "/shop/a b.py:42"]),
        ]) func `each editor is told the line in its own way`(editor: String, arguments: [String])
    {
        #expect(command(["EDITOR": editor]).arguments == arguments)
    }
}
