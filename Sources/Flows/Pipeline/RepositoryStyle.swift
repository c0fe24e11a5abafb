import Git
import Metrics
import Provenance
import Syntax

/// How expected code is in a repository, by a model of what stood on its main line before.
///
/// It is trained when it is first asked: on the tree of the last commit before, then on what each commit adds.
struct RepositoryStyle {
    private let checkout: Checkout
    private let git: GitCommand
    private var commit: String?
    private var model: TokenModel?
    /// What this step brought: it is learnt when all of it has been measured.
    private var brought: [(tokens: [UInt64], isOther: Bool)] = []

    private static let mostBytes = 6 << 20
    private static let mostOfOne: Int64 = 200_000
    /// A text of fewer says nothing.
    static let fewest = 10

    init(checkout: Checkout, git: GitCommand, commit: String?) {
        self.checkout = checkout
        self.git = git
        self.commit = commit
    }

    /// Bits of an edit's own tokens; `nil` where there are too few of them, or nothing was learnt.
    mutating func bits(of edit: WrittenText) throws -> Double? {
        guard edit.ownTokens.count >= Self.fewest else { return nil }
        if model == nil { model = try trained() }
        guard let model, model.count > 0 else { return nil }
        return model.bits(of: edit.ownTokens)
    }

    /// What a step adds to a file.
    mutating func take(_ file: MainLineStep.FileChange, _ claims: [LineClaim], isOther: Bool) {
        guard model != nil else { return }
        let text = file.hunks.map { $0.added.map(\.text).joined(separator: "\n") }.joined(separator: "\n")
        guard text.utf8.count <= Self.mostOfOne else { return }
        let code = CodeStream(text, language: Language.named(by: file.path), isPiece: true)
        if code.count > 0 { brought.append((code.hashes, isOther && claims.isEmpty)) }
    }

    /// Bits and tokens of what is not known to be generated in this step, which is over with it.
    mutating func other() -> (tokens: Int, bits: Double)? {
        guard model != nil, !brought.isEmpty else { return nil }
        var (tokens, bits) = (0, 0.0)
        for text in brought where text.isOther && text.tokens.count >= Self.fewest {
            tokens += text.tokens.count
            bits += model?.bits(of: text.tokens) ?? 0
        }
        for text in brought { model?.train(on: text.tokens) }
        brought.removeAll()
        return tokens > 0 ? (tokens, bits) : nil
    }

    /// - Parameter hash: the step that is over.
    mutating func went(to hash: String) { if model == nil { commit = hash } }

    private func trained() throws -> TokenModel {
        var model = TokenModel()
        guard let commit else { return model }
        let objects = GitObjects(of: checkout, by: git)
        var files: [TreeEntry] = []
        try git.files(of: commit, in: checkout) { entry in
            if Language.named(by: entry.path) != nil { files.append(entry) }
            return files.count < 20_000
        }
        var left = Self.mostBytes
        for file in files where left > 0 {
            guard let object = try objects.open(file.id), object.kind == "blob", object.size <= Self.mostOfOne,
                let bytes = try objects.rest(limit: Int(Self.mostOfOne))
            else { continue }
            left -= bytes.count
            model.train(
                on: CodeStream(String(decoding: bytes, as: UTF8.self), language: Language.named(by: file.path)).hashes)
        }
        return model
    }
}
