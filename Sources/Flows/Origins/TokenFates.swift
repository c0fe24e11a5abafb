import Foundation
import Git
import Provenance
import Store
import Syntax

/// What became of the tokens that an edit wrote: where they stand in today's file, or which later edit took them out.
struct TokenFates {
    let store: Store
    let session: SessionRow?
    let here: String?

    /// So many later edits of the file are looked at, the earliest first.
    private static let mostLater = 200

    func tell(of edit: EditDetail, _ text: String, _ account: inout TokenAccount) throws {
        guard edit.edit.status != "failed", edit.edit.status != "rejected" else {
            account.fateNote = "The edit was never in the file: \(edit.edit.status)."
            return
        }
        let code = CodeStream(text, language: Language.named(by: edit.edit.path), isPiece: edit.edit.kind != "create")
        var fates = [TokenAccount.Fate?](repeating: nil, count: code.count)
        do {
            account.movedTo = try tellStanding(edit, code, &fates)
        } catch let error as PlaceSearch.Absence {
            account.fateNote = error.description
        } catch let error as SourceFile.Unreadable {
            account.fateNote = error.description
        }
        try tellChanged(edit, code, &fates)
        if account.fateNote == nil {
            for place in fates.indices where fates[place] == nil { fates[place] = .gone }
        }
        // What is formatting to the stream goes with the token before it.
        var word = 0
        for place in account.tokens.indices {
            while word + 1 < code.count, Int(code.starts[word + 1]) <= account.tokens[place].range.upperBound - 1 {
                word += 1
                if Int(code.starts[word]) >= account.tokens[place].range.lowerBound { break }
            }
            if word < fates.count { account.tokens[place].fate = fates[word] }
        }
    }

    // MARK: - Today

    /// - Returns: the file, where it moved.
    private func tellStanding(
        _ edit: EditDetail, _ code: CodeStream, _ fates: inout [TokenAccount.Fate?]
    ) throws -> String? {
        let folders = [session?.root, session?.directory].compactMap(\.self)
        do {
            let place = try PlaceSearch(of: edit, directories: folders, here: here).find()
            let file = try NamedFile(place.path, from: "/").read()
            stand(in: file, code, &fates)
            return nil
        } catch let absence as PlaceSearch.Absence {
            guard let file = moved(edit, code, [here].compactMap(\.self) + folders) else { throw absence }
            stand(in: file, code, &fates)
            return file.path
        }
    }

    private func stand(in file: SourceFile, _ code: CodeStream, _ fates: inout [TokenAccount.Fate?]) {
        let today = CodeStream(file.text, language: Language.named(by: file.path))
        for chain in Aligner(today.hashes).chains(with: code.hashes) {
            for run in chain.runs {
                for step in 0..<run.count where fates[run.text + step] == nil {
                    fates[run.text + step] = today.standing(run.query + step)
                }
            }
        }
        guard code.count < Shingles.k else { return }
        for start in Aligner(today.hashes).places(ofShort: code.hashes).prefix(1) {
            for step in 0..<code.count { fates[step] = today.standing(start + step) }
        }
    }

    /// So many files of the same name are looked at for one that moved.
    private static let mostNamesakes = 20

    /// A file of the same name that has at least half of the code.
    private func moved(_ edit: EditDetail, _ code: CodeStream, _ folders: [String]) -> SourceFile? {
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
        return best?.file
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

    /// What stood before a later edit and after it, piece by piece.
    private static func versions(_ change: EditSource) -> [(String, String)] {
        if let before = change.before, !before.isEmpty { return [(before, change.after ?? "")] }
        return change.patch.map { AnswerText.sides(of: $0) } ?? []
    }
}

extension CodeStream {
    fileprivate func standing(_ token: Int) -> TokenAccount.Fate {
        .stands(line: Int(lines[token]) + 1, column: column(of: token) + 1)
    }
}
