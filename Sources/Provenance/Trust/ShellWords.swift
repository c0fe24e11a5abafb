/// The simple commands of a shell's command line as their words, by quotes, operators and substitutions alone: enough to
/// know which programs it starts.
enum ShellWords {
    static func commands(in line: String) -> [[String]] {
        var commands: [[String]] = []
        var words: [String] = []
        var word = ""
        var hasWord = false
        /// The mark that ends what is quoted, the innermost last; `(` for a substitution.
        var open: [Character] = []
        func endWord() {
            if hasWord { words.append(word) }
            word = ""
            hasWord = false
        }
        func endCommand() {
            endWord()
            if !words.isEmpty { commands.append(words) }
            words = []
        }
        var rest = Array(line)[...]
        while let character = rest.popFirst() {
            switch (open.last, character) {
            case ("'", "'"): open.removeLast()
            case ("'", _): word.append(character)
            case (_, "\\"):
                if let next = rest.popFirst(), next != "\n" {
                    word.append(next)
                    hasWord = true
                }
            case ("\"", "\""): open.removeLast()
            // Within double quotes only a substitution starts a program; what stands before it goes with it.
            case (_, "$") where rest.first == "(":
                rest.removeFirst()
                endCommand()
                open.append("(")
            case (_, "`"):
                endCommand()
            case ("\"", _): word.append(character)
            case (_, "'"), (_, "\""):
                open.append(character)
                hasWord = true
            case ("(", ")"):
                open.removeLast()
                endCommand()
            case (_, ";"), (_, "|"), (_, "&"), (_, "\n"), (_, "("), (_, ")"): endCommand()
            case (_, " "), (_, "\t"): endWord()
            case (_, "#") where !hasWord:
                while let next = rest.first, next != "\n" {
                    _ = next
                    rest.removeFirst()
                }
            default:
                word.append(character)
                hasWord = true
            }
            if commands.count > 200 { break }
        }
        endCommand()
        return commands
    }
}
