/// Takes a script of bash apart: commands with their words, redirections and here-documents.
///
/// It reads what people and models write, not all of POSIX's grammar: reserved words are dropped, so that the commands in
/// loops, conditions and functions stand in the list as if each ran once. Malformed input ends early and never fails.
struct ShellReader {
    let bytes: [UInt8]
    var index = 0
    var steps: [ShellStep] = []
    var bodies: [String] = []
    var pending: [HereDocument] = []
    /// `$(` within `$(`; a script that goes deeper is not read further.
    var depth = 0

    static let largestDepth = 40

    /// Words after which a command begins.
    private static let reserved: Set<String> = [
        "if", "then", "else", "elif", "do", "while", "until", "!", "{", "time",
    ]

    init(_ script: String) {
        bytes = Array(script.utf8)
        readList(isNested: false)
        while !pending.isEmpty { readHereDocuments() }
    }

    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    func peek(_ offset: Int) -> UInt8? {
        index + offset < bytes.count ? bytes[index + offset] : nil
    }

    func stands(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[index..<index + count]) }
    }

    /// Reads commands to the end, or when nested to the parenthesis that closes them, which is left standing.
    mutating func readList(isNested: Bool) {
        var command = ShellCommand()
        // How many `case` are open in each parenthesis: their patterns end in a parenthesis that closes nothing.
        var cases = [0]
        func isTest(_ command: ShellCommand) -> Bool {
            command.words.first?.text == "[[" && command.words.last?.text != "]]"
        }
        while let byte = current {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                index += 1
            case UInt8(ascii: "\n"):
                index += 1
                finish(&command)
                readHereDocuments()
            case UInt8(ascii: "#"):
                index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            case UInt8(ascii: "\\") where peek(1) == UInt8(ascii: "\n"):
                index += 2
            case UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
                UInt8(ascii: ">"):
                if isTest(command) {
                    // `<` and `>` compare here.
                    index += 1
                } else if !readOperator(byte, &command, &cases, isNested: isNested) {
                    finish(&command)
                    return
                }
            case UInt8(ascii: ";"):
                index += 1
                finish(&command)
            default:
                readCommandWord(&command, &cases)
            }
        }
        finish(&command)
    }

    private mutating func finish(_ command: inout ShellCommand, pipesOn: Bool = false) {
        if !command.isEmpty || pipesOn {
            command.pipesOn = pipesOn
            steps.append(.run(command))
        }
        command = ShellCommand()
    }

    private mutating func readCommandWord(_ command: inout ShellCommand, _ cases: inout [Int]) {
        let start = index
        let word = readWord()
        if let next = current, next == UInt8(ascii: "<") || next == UInt8(ascii: ">"), !word.isQuoted,
            let descriptor = Int(word.text), word.text.utf8.count == index - start,
            word.text.utf8.first != UInt8(ascii: "+"), descriptor >= 0
        {
            readRedirect(descriptor, &command)
            return
        }
        if command.words.isEmpty, !word.isQuoted {
            if word.text == "case" { cases[cases.count - 1] += 1 }
            if word.text == "esac" { cases[cases.count - 1] = max(0, cases[cases.count - 1] - 1) }
            if Self.reserved.contains(word.text) { return }
        }
        command.words.append(word)
    }

    /// - Returns: `false` at the parenthesis that closes a nested list.
    private mutating func readOperator(
        _ byte: UInt8, _ command: inout ShellCommand, _ cases: inout [Int], isNested: Bool
    ) -> Bool {
        switch byte {
        case UInt8(ascii: "&"):
            if peek(1) == UInt8(ascii: ">") {
                readRedirect(nil, &command)
            } else {
                index += peek(1) == UInt8(ascii: "&") ? 2 : 1
                finish(&command)
            }
        case UInt8(ascii: "|"):
            if peek(1) == UInt8(ascii: "|") {
                index += 2
                finish(&command)
            } else {
                index += peek(1) == UInt8(ascii: "&") ? 2 : 1
                finish(&command, pipesOn: true)
            }
        case UInt8(ascii: "("):
            if peek(1) == UInt8(ascii: "(") {
                skipBalanced(UInt8(ascii: "("), UInt8(ascii: ")"))
                break
            }
            index += 1
            finish(&command)
            cases.append(0)
            steps.append(.enterSubshell)
        case UInt8(ascii: ")"):
            if cases.last ?? 0 > 0 {
                index += 1
                finish(&command)
            } else if cases.count > 1 {
                index += 1
                cases.removeLast()
                finish(&command)
                steps.append(.leaveSubshell)
                command.closesGroup = true
            } else if isNested {
                return false
            } else {
                index += 1
                finish(&command)
            }
        default:
            readRedirect(nil, &command)
        }
        return true
    }

    /// Skips from an opening bracket to the one that closes it, quotes heeded, or to the end.
    mutating func skipBalanced(_ opening: UInt8, _ closing: UInt8) {
        var open = 0
        while let byte = current {
            index += 1
            switch byte {
            case opening: open += 1
            case closing:
                open -= 1
                if open == 0 { return }
            case UInt8(ascii: "\\"): index = min(bytes.count, index + 1)
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
                while let next = current, next != byte {
                    index += next == UInt8(ascii: "\\") && byte != UInt8(ascii: "'") ? 2 : 1
                }
                index = min(bytes.count, index + 1)
            default: break
            }
        }
    }
}
