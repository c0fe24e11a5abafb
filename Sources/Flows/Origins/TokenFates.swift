import Foundation
import Git
import Provenance
import Store
import Syntax

/// What became of the tokens that an edit wrote: where they stand in today's file, or which later edit or commit took them
/// out.
struct TokenFates {
    let store: Store
    let session: SessionRow?
    /// The checkout in which the user stands, where it is of the same repository.
    let here: String?

    init(store: Store, session: SessionRow?, here: String?) {
        self.store = store
        self.session = session
        self.here = here.flatMap { folder in
            guard let identity = session?.identity else { return folder }
            let known = Checkout.discover(from: folder).flatMap { try? RepositoryPlace.here($0, in: store) }
            return known?.identity == identity ? folder : nil
        }
    }

    /// So many later edits of the file are looked at, the earliest first.
    private static let mostLater = 200

    func tell(of edit: EditDetail, _ text: String, _ account: inout TokenAccount) throws {
        guard edit.edit.status != "failed", edit.edit.status != "rejected" else {
            account.fateNote = "The edit was never in the file: \(edit.edit.status)."
            return
        }
        let code = CodeStream(text, language: Language.named(by: edit.edit.path), isPiece: edit.edit.kind != "create")
        var fates = [TokenAccount.Fate?](repeating: nil, count: code.count)
        var file: Found?
        var isUnreadable = false
        do {
            file = try tellStanding(edit, code, &fates)
            if file?.isMoved == true { account.movedTo = file?.path }
        } catch let error as PlaceSearch.Absence {
            account.fateNote = error.description
        } catch let error as SourceFile.Unreadable {
            account.fateNote = error.description
            isUnreadable = true
        }
        try tellChanged(edit, code, &fates)
        if !isUnreadable, fates.contains(nil) { try tellCommitted(edit, code, in: file, &fates) }
        if account.fateNote == nil {
            for place in fates.indices where fates[place] == nil { fates[place] = .gone }
        }
        // What is formatting to the stream goes with the token before it.
        let bytes = Array(text.utf8)
        let lines = file?.text.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        var word = 0
        for place in account.tokens.indices {
            while word + 1 < code.count, Int(code.starts[word + 1]) <= account.tokens[place].range.upperBound - 1 {
                word += 1
                if Int(code.starts[word]) >= account.tokens[place].range.lowerBound { break }
            }
            guard word < fates.count else { continue }
            account.tokens[place].fate = fates[word]
            if case .stands(let line, let column) = fates[word], lines.indices.contains(line - 1) {
                // Quotes and brackets stand before it or behind it, where nobody moved them.
                let token = account.tokens[place].range
                let start = Int(code.starts[word])
                let own = column + token.lowerBound - start
                let between = bytes[min(start, token.lowerBound)..<max(start, token.lowerBound)]
                if own > 0, !between.contains(0x0A),
                    lines[line - 1].utf8.dropFirst(own - 1).starts(with: bytes[token].prefix { $0 != 0x0A })
                {
                    account.tokens[place].fate = .stands(line: line, column: own)
                }
            }
        }
    }

    // MARK: - Today

    /// Where the repository may lie: what the user stands in goes first, where it is the same.
    private var folders: [String] { [here, session?.root, session?.directory].compactMap(\.self) }

    private struct Found {
        /// From the top of its repository.
        var path: String
        var folder: String
        var isMoved: Bool
        var text: String
    }

    private func tellStanding(
        _ edit: EditDetail, _ code: CodeStream, _ fates: inout [TokenAccount.Fate?]
    ) throws -> Found {
        do {
            let place = try PlaceSearch(of: edit, directories: folders, here: nil).find()
            let file = try NamedFile(place.path, from: "/").read()
            stand(in: file, code, &fates)
            let folder = (place.path as NSString).deletingLastPathComponent
            return Found(path: file.path, folder: folder, isMoved: false, text: file.text)
        } catch let absence as PlaceSearch.Absence {
            guard let (file, root) = moved(edit, code) else { throw absence }
            stand(in: file, code, &fates)
            return Found(path: file.path, folder: root, isMoved: true, text: file.text)
        }
    }

    private func stand(in file: SourceFile, _ code: CodeStream, _ fates: inout [TokenAccount.Fate?]) {
        let today = CodeStream(file.text, language: Language.named(by: file.path))
        for (token, place) in code.places(in: today).enumerated() {
            if let place, fates[token] == nil { fates[token] = today.standing(place) }
        }
    }

    /// So many files of the same name are looked at for one that moved.
    private static let mostNamesakes = 20

    /// A file of the same name that has at least half of the code.
    private func moved(_ edit: EditDetail, _ code: CodeStream) -> (file: SourceFile, root: String)? {
        let name = (edit.edit.path as NSString).lastPathComponent
        guard let checkout = folders.lazy.compactMap({ Checkout.discover(from: $0) }).first, let head = checkout.head
        else { return nil }
        var namesakes: [String] = []
        try? GitCommand().paths(of: head, in: checkout) { path in
            let path = String(decoding: path, as: UTF8.self)
            if (path as NSString).lastPathComponent == name { namesakes.append(path) }
            return namesakes.count < Self.mostNamesakes
        }
        var best: (file: SourceFile, count: Int)?
        for path in namesakes {
            // A link that leads out of the repository has another path.
            guard let named = try? NamedFile(path, from: checkout.root), named.path == path,
                let file = try? named.read()
            else { continue }
            let today = CodeStream(file.text, language: Language.named(by: path))
            let count = Aligner(today.hashes).chains(with: code.hashes).reduce(0) { $0 + $1.count }
            if count * 2 >= code.count, count > best?.count ?? 0 { best = (file, count) }
        }
        return best.map { ($0.file, checkout.root) }
    }

    // MARK: - Since then

    private func tellChanged(_ edit: EditDetail, _ code: CodeStream, _ fates: inout [TokenAccount.Fate?]) throws {
        guard fates.contains(nil) else { return }
        let later = try store.possibleEdits(of: edit.edit.path, in: session?.identity).filter {
            ($0.origin.at, $0.origin.id) > (edit.edit.at, edit.edit.id)
        }
        for change in later.reversed().prefix(Self.mostLater) {
            guard fates.contains(nil) else { return }
            let language = Language.named(by: change.origin.path)
            for (before, after) in Self.versions(change) {
                let old = CodeStream(before, language: language, isPiece: true)
                let new = CodeStream(after, language: language, isPiece: true)
                var isKept = [Bool](repeating: false, count: old.count)
                for origin in TokenDifference(from: old, to: new).origins where origin >= 0 {
                    isKept[Int(origin)] = true
                }
                for chain in Aligner(old.hashes).chains(with: code.hashes) {
                    for run in chain.runs {
                        for step in 0..<run.count where fates[run.text + step] == nil && !isKept[run.query + step] {
                            fates[run.text + step] = .changed(
                                edit: change.origin.uid, by: change.origin.model ?? change.origin.agent,
                                at: change.origin.at)
                        }
                    }
                }
            }
        }
    }

    /// What no edit took out somebody did by hand; where that was committed, git tells who.
    ///
    /// - Parameter file: in which it stands today.
    private func tellCommitted(
        _ edit: EditDetail, _ code: CodeStream, in file: Found?, _ fates: inout [TokenAccount.Fate?]
    ) throws {
        let places = file.map { [$0.folder] } ?? folders
        guard let checkout = places.lazy.compactMap({ Checkout.discover(from: $0) }).first else { return }
        do {
            var committed = CommittedFates(
                of: code, paths: [file?.path, edit.edit.path].compactMap(\.self), since: edit.edit.at, in: checkout)
            try committed?.tell(&fates)
        } catch is GitError {
            // What git cannot tell is not recorded.
        }
    }

    /// What stood before a later edit and after it, piece by piece.
    private static func versions(_ change: EditSource) -> [(String, String)] {
        if let before = change.before, !before.isEmpty { return [(before, change.after ?? "")] }
        return change.patch.map { AnswerText.sides(of: $0) } ?? []
    }
}

extension CodeStream {
    /// For each token the place at which it stands in another text; `nil` where it does not.
    func places(in today: CodeStream) -> [Int?] {
        var places = [Int?](repeating: nil, count: count)
        for chain in Aligner(today.hashes).chains(with: hashes) {
            for run in chain.runs {
                for step in 0..<run.count where places[run.text + step] == nil {
                    places[run.text + step] = run.query + step
                }
            }
        }
        guard count < Shingles.k else { return places }
        for start in Aligner(today.hashes).places(ofShort: hashes).prefix(1) {
            for step in 0..<count { places[step] = start + step }
        }
        return places
    }

    fileprivate func standing(_ token: Int) -> TokenAccount.Fate {
        .stands(line: Int(lines[token]) + 1, column: column(of: token) + 1)
    }
}
