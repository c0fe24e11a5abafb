import Git
import Provenance
package import Store
import Syntax

/// Tells of each token of an answer how likely it was, where it came from and what became of it.
package struct TokenAccounting {
    private let store: Store
    private let here: String?
    private var sources: [CopiedRun.Source: SourceText?] = [:]

    /// - Parameter here: the checkout in which the user stands: its files are looked at before others of the repository.
    package init(store: Store, here: String? = nil) {
        self.store = store
        self.here = here
    }

    /// The texts of an answer in their order, or that of one of its edits.
    ///
    /// - Parameter edit: the row's id.
    package mutating func accounts(of generation: Int64, edit only: Int64? = nil) throws -> [TokenAccount] {
        guard let answer = try store.generation(generation) else { return [] }
        sources = [:]
        let origins = try store.origins(of: generation)
        let run = try store.tokenRun(of: generation)
        var accounts: [TokenAccount] = []
        if only == nil, !answer.output.isEmpty {
            var account = TokenAccount(
                generation: answer.generation.uid, text: answer.output, areModels: false, tokens: [])
            let cut = Cut(answer.output, language: nil, run: run, within: 0..<answer.output.utf8.count)
            account.areModels = cut.areModels
            account.tokens = try tokens(cut, origins.first { $0.edit == nil }, of: generation)
            accounts.append(account)
        }
        let session = try store.session(of: generation)
        for edit in answer.edits where only == nil || edit.edit.id == only {
            let text = AnswerText.written(after: edit.after, patch: edit.patch)
            if text.isEmpty { continue }
            var account = TokenAccount(
                generation: answer.generation.uid, edit: edit.edit.uid, path: edit.edit.path, text: text,
                areModels: false, tokens: [])
            // What a model of one's own wrote stands in its output, and so do its tokens.
            let place =
                run == nil
                ? nil
                : answer.output.utf8.firstRange(of: text.utf8).map {
                    let start = answer.output.utf8.distance(from: answer.output.startIndex, to: $0.lowerBound)
                    return start..<start + text.utf8.count
                }
            let cut = Cut(
                text, language: Language.named(by: edit.edit.path), run: place == nil ? nil : run, within: place)
            account.areModels = cut.areModels
            account.tokens = try tokens(cut, origins.first { $0.edit == edit.edit.id }, of: generation)
            try TokenFates(store: store, session: session, here: here).tell(of: edit, text, &account)
            accounts.append(account)
        }
        return accounts
    }

    // MARK: - Origins

    private mutating func tokens(
        _ cut: Cut, _ origin: TextOrigin?, of generation: Int64
    ) throws -> [TokenAccount.Token] {
        let words = WordStream(cut.text)
        // A text that changed since is not the one that was looked at.
        let runs = origin.flatMap { $0.tokens == words.count ? $0.runs : nil }
        var told: [TokenAccount.Token] = []
        told.reserveCapacity(cut.tokens.count)
        var (word, run) = (0, 0)
        var line = 1
        var counted = 0
        let bytes = Array(cut.text.utf8)
        for token in cut.tokens {
            while counted < token.range.lowerBound {
                if bytes[counted] == 0x0A { line += 1 }
                counted += 1
            }
            while word < words.count, Int(words.ends[word]) <= token.range.lowerBound { word += 1 }
            var from = runs == nil ? TokenAccount.Origin.notRecorded : .new
            if let runs {
                while run < runs.count, runs[run].tokens.upperBound <= word { run += 1 }
                // A sign that counts as formatting goes with what it stands in.
                if run < runs.count, runs[run].tokens.contains(word),
                    let place = try place(of: runs[run], word: word, generation)
                {
                    from = .copied(place)
                }
            }
            told.append(
                TokenAccount.Token(
                    range: token.range, text: String(decoding: bytes[token.range], as: UTF8.self), line: line,
                    logprob: token.logprob, alternatives: token.alternatives, origin: from, fate: nil))
        }
        return told
    }

    private struct SourceText {
        var place: OriginPlace
        var words: WordStream
        /// The byte behind each line's end.
        var lines: [Int]
    }

    private mutating func place(
        of run: CopiedRun, word: Int, _ generation: Int64
    ) throws -> TokenAccount.Place? {
        if sources[run.source] == nil {
            sources[run.source] = .some(
                try store.place(of: run.source, seenBy: generation).map { place in
                    var lines: [Int] = []
                    for (offset, byte) in place.text.utf8.enumerated() where byte == 0x0A { lines.append(offset + 1) }
                    return SourceText(place: place, words: WordStream(place.text), lines: lines)
                })
        }
        guard let source = sources[run.source] ?? nil else { return nil }
        let from = run.start + word - run.tokens.lowerBound
        guard source.words.starts.indices.contains(from) else { return nil }
        let offset = Int(source.words.starts[from])
        var (low, high) = (0, source.lines.count)
        while low < high {
            let middle = (low + high) / 2
            if source.lines[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return TokenAccount.Place(
            link: source.place.link, kind: source.place.kind, title: source.place.title, path: source.place.path,
            line: low + (source.place.firstLine ?? 1))
    }

    // MARK: - Tokens

    /// A text cut into the model's own tokens where they are recorded, else into those of its language.
    private struct Cut {
        var text: String
        var tokens: [(range: Range<Int>, logprob: Float?, alternatives: [TokenRun.Alternative])] = []
        var areModels = false

        /// - Parameter within: where in the output of the run the text lies.
        init(_ text: String, language: String?, run: TokenRun?, within: Range<Int>?) {
            self.text = text
            if let run, let within, run.byteCount >= within.upperBound {
                areModels = true
                var start = 0
                for token in run.tokens {
                    let range = (start..<start + token.length).clamped(to: within)
                    start += token.length
                    guard !range.isEmpty else { continue }
                    tokens.append(
                        (
                            range.lowerBound - within.lowerBound..<range.upperBound - within.lowerBound, token.logprob,
                            token.alternatives
                        ))
                }
                return
            }
            let lexicon = language.flatMap { Syntax.Lexicon.named($0) } ?? .general
            for token in lexicon.tokens(in: text) where token.kind != .whitespace && token.kind != .newline {
                tokens.append((token.range, nil, []))
            }
        }
    }
}
