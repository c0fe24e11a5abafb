/// The language of a piece of code without a name, by words and signs that few other languages have.
package enum LanguageGuess {
    /// - Returns: `nil` where nothing tells it, or two are as likely.
    package static func language(of code: String) -> String? {
        let text = String(code.prefix(20_000))
        if text.hasPrefix("#!"), let line = text.split(separator: "\n").first {
            for (word, language) in [
                ("python", "python"), ("node", "javascript"), ("ruby", "ruby"), ("php", "php"), ("sh", "shell"),
            ]
            where line.contains(word) { return language }
        }
        var points: [String: Int] = [:]
        let lines = text.split(separator: "\n").prefix(400).map { $0.drop { $0 == " " || $0 == "\t" } }
        for (language, signs) in signs {
            var sum = 0
            for sign in signs {
                let isThere =
                    sign.isBegin
                    ? lines.contains { $0.hasPrefix(sign.text) && (sign.end.isEmpty || ends($0, sign.end)) }
                    : text.contains(sign.text)
                if isThere { sum += sign.weight }
            }
            if sum > 0 { points[language] = sum }
        }
        let ranked = points.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        // A little is enough where nothing speaks for another one: snippets are short.
        guard let best = ranked.first, best.value >= 2 || ranked.count == 1 else { return nil }
        if ranked.count > 1, ranked[1].value == best.value {
            // What holds for both holds for the smaller one.
            let pair = Set([best.key, ranked[1].key])
            if pair == ["javascript", "typescript"] { return "javascript" }
            if pair == ["c", "cpp"] { return "c" }
            return nil
        }
        return best.key
    }

    private static func ends(_ line: Substring, _ end: String) -> Bool {
        var line = line
        while let last = line.last, last.isWhitespace { line.removeLast() }
        return line.hasSuffix(end)
    }

    private struct Sign {
        var text: String
        var end = ""
        var isBegin = true
        var weight = 2

        static func begin(_ text: String, _ end: String = "", _ weight: Int = 2) -> Sign {
            Sign(text: text, end: end, weight: weight)
        }
        static func has(_ text: String, _ weight: Int = 2) -> Sign { Sign(text: text, isBegin: false, weight: weight) }
    }

    private static let signs: [(String, [Sign])] = [
        (
            "python",
            [
                .begin("def ", ":", 3), .begin("class ", ":"), .begin("elif ", ":"), .begin("except", ":"),
                .begin("from ", "", 1),
                .begin("import ", "", 1), .has("self.", 1), .begin("with ", ":"), .begin("if ", ":", 1),
                .begin("for ", ":", 1),
                .has("print(", 1), .has("__name__", 2), .has(" None", 1), .begin("@app.route", "", 1),
                .begin("async def ", ":", 3),
            ]
        ),
        (
            "javascript",
            [
                .begin("const ", "", 1), .begin("let ", "", 1), .has("=> {", 1), .has("require(", 2),
                .has("console.log", 3),
                .begin("function ", "{", 2), .has("===", 2), .begin("import ", ";", 1), .has("module.exports", 3),
                .begin("export ", "", 1),
                .begin("var ", "", 1), .has("document.", 1), .has("async function", 1), .has("await ", 1),
                .has("=> ", 1),
            ]
        ),
        (
            "typescript",
            [
                .begin("interface ", "{", 2), .has(": string", 3), .has(": number", 2), .begin("export type ", "", 3),
                .has(": boolean", 2),
                .begin("const ", "", 1), .has("=> {", 1), .has(": void", 1), .has(": Promise<", 3), .has(" as any", 2),
                .begin("import type", "", 3),
                .has("===", 1),
            ]
        ),
        (
            "java",
            [
                .begin("public class ", "", 3), .has("System.out.print", 3), .begin("import java", ";", 4),
                .begin("package ", ";", 2),
                .has("public static void main", 3), .has("private final ", 1), .begin("@Override", "", 2),
                .has("String[] ", 2), .has("throws ", 1),
                .begin("public ", "{", 1), .has("new ArrayList<", 2),
            ]
        ),
        (
            "kotlin",
            [
                .begin("fun ", "", 3), .begin("val ", "", 2), .has("println(", 1), .begin("data class ", "", 3),
                .begin("import kotlin", "", 4),
                .has("?: ", 1), .begin("suspend fun ", "", 3), .begin("override fun ", "", 3),
                .begin("private val ", "", 2),
            ]
        ),
        (
            "go",
            [
                .begin("package ", "", 1), .begin("func ", "{", 3), .has(" := ", 2), .has("fmt.", 2),
                .has("err != nil", 3),
                .begin("import (", "", 2), .begin("type ", "struct {", 3),
            ]
        ),
        (
            "ruby",
            [
                .begin("end", "end", 1), .begin("require '", "", 2), .begin("def ", "", 1), .has(" do |", 3),
                .begin("puts ", "", 2),
                .has("attr_", 2), .begin("module ", "", 1), .has(".each ", 1), .begin("class ", "", 1),
                .has("params[:", 3), .begin("elsif ", "", 2),
                .begin("unless ", "", 1), .has("@", 0),
            ]
        ),
        (
            "php",
            [
                .has("<?php", 6), .has("$_", 3), .begin("$", ";", 2), .has("->", 1), .begin("echo ", ";", 2),
                .has("function ", 1),
            ]
        ),
        (
            "c",
            [
                .begin("#include <", ">", 2), .has("printf(", 1), .has("int main(", 2), .has("malloc(", 2),
                .has("char *", 2), .begin("#define ", "", 1),
                .begin("struct ", "{", 1), .has("sizeof(", 1), .has("->", 1), .begin("void ", "", 1),
            ]
        ),
        (
            "cpp",
            [
                .has("std::", 4), .begin("#include <", ">", 1), .begin("using namespace ", ";", 4),
                .begin("template", "", 3), .has("cout <<", 3),
                .has("int main(", 1), .begin("namespace ", "{", 2), .has("nullptr", 2), .begin("class ", "{", 1),
                .begin("public:", "", 3),
            ]
        ),
        (
            "csharp",
            [
                .begin("using System", ";", 4), .begin("namespace ", "", 2), .has("Console.Write", 3),
                .has("public async Task", 3),
                .has("{ get; set; }", 4), .begin("public class ", "", 2), .has("string ", 1), .has("var ", 1),
                .begin("[Http", "", 3),
            ]
        ),
        (
            "rust",
            [
                .begin("fn ", "{", 3), .begin("use ", ";", 1), .begin("let mut ", "", 3), .has("println!(", 3),
                .begin("impl ", "{", 3),
                .begin("pub fn ", "{", 3), .has("unwrap()", 2), .has("&str", 2), .begin("let ", ";", 1),
                .has("::new(", 1), .has("match ", 1),
            ]
        ),
        (
            "swift",
            [
                .begin("func ", "{", 2), .begin("import Foundation", "", 4), .begin("let ", "", 1),
                .begin("guard ", "", 3), .has(") -> ", 1),
                .begin("import SwiftUI", "", 4), .begin("var ", "", 1), .has("print(", 0), .begin("extension ", "{", 2),
                .begin("struct ", "{", 1),
                .has("if let ", 2),
            ]
        ),
        (
            "shell",
            [
                .begin("if [", "then", 3), .begin("fi", "fi", 3), .begin("echo ", "", 1), .begin("done", "", 2),
                .begin("export ", "", 1),
                .has("$(", 1), .begin("esac", "", 3), .begin("set -e", "", 3), .has("\"$1\"", 3),
                .begin("sudo ", "", 2), .begin("curl ", "", 2),
            ]
        ),
        (
            "sql",
            [
                .begin("SELECT ", "", 3), .begin("INSERT INTO ", "", 3), .begin("CREATE TABLE ", "", 4),
                .begin("UPDATE ", "", 2),
                .begin("DELETE FROM ", "", 3), .begin("GRANT ", "", 3), .begin("ALTER TABLE ", "", 4),
                .begin("select ", "", 2),
            ]
        ),
        (
            "dockerfile",
            [
                .begin("FROM ", "", 3), .begin("RUN ", "", 3), .begin("CMD [", "", 3), .begin("COPY ", "", 2),
                .begin("ENTRYPOINT ", "", 3),
            ]
        ),
        (
            "yaml",
            [
                .begin("jobs:", "jobs:", 3), .begin("- uses:", "", 3), .begin("runs-on:", "", 3),
                .begin("steps:", "steps:", 2), .begin("apiVersion:", "", 4),
            ]
        ),
    ]
}
