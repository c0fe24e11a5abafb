/// The name of what is called, as a rule writes it: with imports looked up, or whatever it is called on.
struct DraftName {
    private(set) var pattern: String
    let shortName: String
    /// The lines that import what it begins with.
    private(set) var importLines: [String] = []

    static let joins: [Word] = [.sign("."), .sign("->"), .sign("::"), .sign("?."), .sign("&.")]

    /// - Parameter place: the piece of its first word.
    init?(_ words: [String], isLoose: Bool, _ walk: Walk, at place: Int) {
        guard let last = words.last, !last.isEmpty else { return nil }
        shortName = Self.kebab(words.suffix(2).joined(separator: "-"))
        let written = words.joined(separator: ".")
        guard !isLoose else {
            pattern = "*." + last
            return
        }
        if let whole = walk.imports[walk.pieces[place].word] {
            // What the import stands for, told by its words: the one that has the same number.
            let lines = DraftLines(walk.bytes)
            for (number, line) in Self.importLines(lines, of: words[0]) {
                for name in Self.names(in: line, of: words[0]) where Self.chain(name)?.full == whole.full {
                    importLines = [lines.text(of: number)]
                    pattern = ([name] + words.dropFirst()).joined(separator: ".")
                    return
                }
            }
            pattern = words.count > 1 ? "*." + last : written
            return
        }
        // A variable is called otherwise elsewhere; a module, a type or a function is not.
        let isVariable =
            words.count > 1 && (walk.bindings[Chain(walk.pieces[place].word).full] != nil || Self.isVariable(words[0]))
        pattern = isVariable ? "*." + last : written
    }

    private static func chain(_ name: String) -> Chain? {
        var copy = name
        return copy.withUTF8 { Chain(parsing: $0[...]) }
    }

    private static func isVariable(_ word: String) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        return !("A"..."Z").contains(first)
    }

    private static func importLines(_ lines: DraftLines, of word: String) -> [(Int, String)] {
        var found: [(Int, String)] = []
        var number = 1
        while lines.range(of: number) != nil, number < 5000 {
            let text = lines.text(of: number)
            if text.contains(word), text.contains("import") || text.contains("require") || text.contains("use ") {
                found.append((number, text))
            }
            number += 1
        }
        return found
    }

    /// What the line may say that a word stands for: `a.b`, `b`, with a quoted or bare module before it.
    private static func names(in line: String, of word: String) -> [String] {
        var tokens: [String] = []
        var token = ""
        for character in line {
            if character.isLetter || character.isNumber || "_./-@:".contains(character) {
                token.append(character)
            } else if !token.isEmpty {
                tokens.append(token)
                token = ""
            }
        }
        if !token.isEmpty { tokens.append(token) }
        tokens = tokens.map { $0.hasPrefix("node:") ? String($0.dropFirst(5)) : $0 }
        let paths = tokens.flatMap { [$0, $0.split(separator: "/").last.map(String.init) ?? $0] }
        return paths + paths.flatMap { module in tokens.map { module + "." + $0 } }
    }

    /// `child_process-execSync` → `child-process-exec-sync`
    static func kebab(_ text: String) -> String {
        var out = ""
        for character in text {
            if character.isUppercase, let last = out.last, last != "-" { out.append("-") }
            if character.isASCII, character.isLetter || character.isNumber {
                out += character.lowercased()
            } else if out.last != "-", !out.isEmpty {
                out.append("-")
            }
        }
        while out.last == "-" { out.removeLast() }
        return out.isEmpty ? "rule" : String(out.prefix(60))
    }
}
