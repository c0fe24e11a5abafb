import Ingest
import Provenance
import Store
import Syntax

/// What an edit put into its file, as code tokens: with those around them, and which of them are its own.
///
/// An edit owns only the tokens that its difference against what stood before inserts.
struct WrittenEdit {
    let origin: EditOrigin
    let pieces: [WrittenPiece]
    /// What stood before is not known, so more may be taken for its own than is.
    let isUncertain: Bool

    /// - Parameter before: versions of the file that stood before an edit which does not say so itself; what any of them
    ///   has is not the edit's.
    init(_ edit: EditSource, before: [String] = []) {
        origin = edit.origin
        let language = Language.named(by: edit.origin.path)
        let hunks = edit.isCreation ? [] : edit.patch.map(Hunk.unified) ?? []
        if hunks.contains(where: { $0.addedLines > 0 }) {
            pieces = hunks.filter { $0.addedLines > 0 }.map { hunk in
                WrittenPiece(hunk.after, over: [hunk.before], language: language, isPiece: true)
            }
            isUncertain = false
        } else if let after = edit.after, !after.isEmpty {
            let before = edit.before.map { [$0] } ?? before
            pieces = [WrittenPiece(after, over: before, language: language, isPiece: !edit.isCreation)]
            isUncertain = before.isEmpty && !edit.isCreation
        } else {
            pieces = []
            isUncertain = false
        }
    }
}

/// A stretch of a file as an edit left it: all of it, or what a hunk shows.
///
/// It is read as code, and whose its tokens are is found out, when that is asked: most edits have nothing in common with a
/// question.
final class WrittenPiece {
    private let text: String
    private let before: [String]
    private let language: String?
    private let isPiece: Bool

    init(_ text: String, over before: [String], language: String?, isPiece: Bool) {
        self.text = text
        self.before = before
        self.language = language
        self.isPiece = isPiece
    }

    /// How much memory it takes at most, in bytes of text.
    var size: Int { text.utf8.count + before.reduce(0) { $0 + $1.utf8.count } }

    /// Reads it as code now, which is done but once.
    func read() { _ = code }

    /// What it can have in common with a line, before it is read as code.
    private(set) lazy var words = WordSet(text)

    private(set) lazy var code = CodeStream(text, language: language, isPiece: isPiece)

    /// For each token whether the edit inserted it.
    var isOwned: [Bool] { changes.isOwned }
    /// For each line whether the edit took something away from it.
    var isCut: [Bool] { changes.isCut }

    private lazy var changes: (isOwned: [Bool], isCut: [Bool]) = {
        var isOwned = Array(repeating: true, count: code.count)
        var isCut = Array(repeating: false, count: code.lineCount)
        for text in before {
            let old = CodeStream(text, language: language, isPiece: isPiece)
            let difference = TokenDifference(from: old, to: code)
            for (place, origin) in difference.origins.enumerated() where origin >= 0 { isOwned[place] = false }
            // Of several texts that may have stood before it is not known which.
            if before.count == 1 { isCut = difference.cutLines(from: old, to: code) }
        }
        return (isOwned, isCut)
    }()

    /// The winnowed shingles over tokens of its own, with up to four tokens of what stands around them.
    var shingles: [UInt32] {
        let all = Shingles.all(code.hashes)
        guard !all.isEmpty else { return [] }
        var found: [UInt32] = []
        var place = 0
        while place < isOwned.count {
            guard isOwned[place] else {
                place += 1
                continue
            }
            let first = max(0, place - Shingles.k + 1)
            var last = place
            while place < isOwned.count, place - last < Shingles.k {
                if isOwned[place] { last = place }
                place += 1
            }
            let range = min(first, all.count - 1)...min(last, all.count - 1)
            found += Shingles.winnowed(all[range]).map { all[$0] }
        }
        return found
    }
}
