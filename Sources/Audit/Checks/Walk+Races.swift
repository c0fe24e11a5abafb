/// What is asked of a file by its name, and done to it by its name afterwards.
extension Walk {
    private static let questions = WordSet(
        ["access", "faccessat", "_access", "euidaccess", "eaccess"].map { Word($0) })
    private static let uses = WordSet(
        [
            "open", "fopen", "unlink", "remove", "chmod", "chown", "rename", "creat", "freopen", "rmdir", "execv",
            "execl",
            "_open", "symlink", "link", "mknod", "truncate",
        ].map { Word($0) })
    private static let system = Word("os")

    /// C: `access(path, …)` … `open(path, …)`; Python: `os.access(path, …)` … `open(path)`.
    mutating func checkRaces() {
        guard set.checks[.checkThenUse] != nil else { return }
        var asked: [(name: Word, function: Int)] = []
        var open = 1
        for place in pieces.indices where pieces[place].kind == .word {
            let word = pieces[place].word
            let isQuestion = Self.questions.contains(word)
            guard isQuestion || Self.uses.contains(word), let bracket = piece(place + 1), bracket.kind == .open,
                bracket.byte == UInt8(ascii: "("), let name = piece(place + 2), name.kind == .word,
                let next = piece(place + 3), next.word == .sign(",") || next.kind == .close
            else { continue }
            while open < functions.count, Int(functions[open].from) <= place { open += 1 }
            if isQuestion {
                guard !dialect.isPython || piece(place - 2)?.word == Self.system && word == Words.access else {
                    continue
                }
                asked.append((name.word, open))
            } else if asked.contains(where: { $0.name == name.word && $0.function == open }) {
                report(.checkThenUse, from: place, to: place + 2)
            }
            if asked.count > 64 { asked.removeFirst(32) }
        }
    }
}
