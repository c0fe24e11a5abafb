/// What the walk must know of a language beside its tokens: how statements end and blocks begin, and what its signs do.
struct Dialect: Sendable {
    enum Layout: UInt8, Sendable {
        /// Blocks are deeper on the line (Python; Ruby as it is written).
        case indentation
        case braces
        /// A line is a command and its words (shell, Dockerfile).
        case commands
        /// Text that is looked at line by line (YAML, SQL).
        case lines
    }

    /// What names a parameter: `name: Type`, `Type name`, `name Type`.
    enum Parameters: UInt8, Sendable { case first, beforeColon, last }

    var layout = Layout.braces
    var linesEndStatements = false
    var parameters = Parameters.last
    /// `f(name = value)`
    var hasKeywordArguments = false
    /// `f a, b`
    var hasCommandCalls = false
    /// `f(a) { … }` calls with a closure.
    var hasTrailingClosures = false
    /// `Type{field: value}`
    var hasCompositeLiterals = false
    /// `{…}` may be an object.
    var hasObjects = false
    var concatenation: [Word] = [.sign("+"), .sign("+=")]
    var functionWords: [Word] = []
    /// Words before a name that are no function's: `if (…) {`.
    var isC = false
    var isPython = false
    var usesDollar = false

    func breaksBrackets(_ word: Word) -> Bool {
        isPython && (word == Self.def || word == Self.class || word == Self.return || word == Self.import)
    }

    static let def = Word("def")
    static let `class` = Word("class")
    static let `return` = Word("return")
    static let `import` = Word("import")

    static func named(_ language: String) -> Dialect {
        var it = Dialect()
        switch language {
        case "python":
            (it.layout, it.linesEndStatements, it.parameters, it.hasKeywordArguments) = (
                .indentation, true, .first, true
            )
            it.concatenation += [.sign("%"), .sign("%=")]
            it.functionWords = [def]
            it.isPython = true
        case "ruby":
            (it.layout, it.linesEndStatements, it.parameters) = (.indentation, true, .first)
            it.hasCommandCalls = true
            it.hasKeywordArguments = true
            it.concatenation += [.sign("<<"), .sign("%")]
            it.functionWords = [def]
        case "javascript", "typescript":
            (it.linesEndStatements, it.parameters, it.hasObjects) = (true, .first, true)
            it.functionWords = [Word("function")]
        case "go":
            (it.linesEndStatements, it.parameters, it.hasCompositeLiterals) = (true, .first, true)
            it.functionWords = [Word("func")]
        case "php":
            it.parameters = .last
            it.concatenation = [.sign("."), .sign(".=")]
            it.functionWords = [Word("function"), Word("fn")]
            it.usesDollar = true
        case "kotlin":
            (it.linesEndStatements, it.parameters, it.hasKeywordArguments) = (true, .beforeColon, true)
            it.hasTrailingClosures = true
            it.functionWords = [Word("fun")]
        case "swift":
            (it.linesEndStatements, it.parameters, it.hasTrailingClosures) = (true, .beforeColon, true)
            it.functionWords = [Word("func"), Word("init")]
        case "rust":
            (it.parameters, it.hasCompositeLiterals) = (.beforeColon, true)
            it.functionWords = [Word("fn")]
        case "c", "cpp":
            it.isC = true
            if language == "cpp" { it.concatenation += [.sign("<<")] }
        case "csharp":
            it.hasKeywordArguments = true
        case "shell", "dockerfile":
            (it.layout, it.linesEndStatements) = (.commands, true)
        case "yaml", "sql":
            it.layout = .lines
        default:
            break
        }
        return it
    }
}
