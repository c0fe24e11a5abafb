import Provenance
import Store
import Syntax
import Text

/// The text of an edit as tokens, to find in it what stands in a file today.
struct EditCode {
    let places: TextPlaces
    /// The number of the text's first line in the file, where that is known.
    let firstLine: Int?
    private let code: CodeStream
    private let bytes: [UInt8]

    /// So many tokens to each side tell one place from another that looks alike.
    private static let around = 60

    init(_ edit: EditSource) {
        let text = edit.writtenText
        places = TextPlaces(text)
        bytes = Array(text.utf8)
        firstLine = edit.isCreation ? 1 : edit.after.flatMap { $0.isEmpty ? nil : edit.startOfText }
        code = CodeStream(text, language: Language.named(by: edit.origin.path), isPiece: !edit.isCreation)
    }

    /// Where tokens of a file stand in the edit, in bytes: where most of those around them are the same, too.
    ///
    /// - Parameter tail: what follows the last of them, of which no token is made: a closing bracket.
    func place(of tokens: Range<Int>, in file: CodeStream, tail: ArraySlice<UInt8>) -> Range<Int>? {
        guard let first = tokens.first else { return nil }
        var best: (score: Int, place: Int, length: Int)?
        for place in code.hashes.indices where code.hashes[place] == file.hashes[first] {
            var after = 1
            while after < Self.around + tokens.count, first + after < file.count, place + after < code.count,
                file.hashes[first + after] == code.hashes[place + after]
            {
                after += 1
            }
            var before = 0
            while before < Self.around, first - before > 0, place - before > 0,
                file.hashes[first - before - 1] == code.hashes[place - before - 1]
            {
                before += 1
            }
            if best.map({ before + after > $0.score }) ?? true {
                best = (before + after, place, min(after, tokens.count))
            }
        }
        // A lone sign that is found somewhere says nothing.
        guard let best, best.score >= 3 || best.length == tokens.count && code.count <= 3 else { return nil }
        // What was changed behind it stands there in another form, on the same line.
        var last = best.place + best.length - 1
        if best.length < tokens.count {
            while last + 1 < code.count, code.lines[last + 1] == code.lines[best.place] { last += 1 }
        }
        let end = Int(code.ends[last])
        let isFollowed = best.length == tokens.count && bytes[end...].starts(with: tail)
        return Int(code.starts[best.place])..<(isFollowed ? end + tail.count : end)
    }

    /// Of the tokens in a range, which of several equal runs of them it is included.
    func fingerprint(of range: Range<Int>) -> String {
        let tokens = code.tokens(in: range)
        let run = code.hashes[tokens]
        var number = 0
        for place in 0..<tokens.lowerBound
        where code.hashes[place] == run.first && code.hashes[place...].starts(with: run) { number += 1 }
        let words = run.map { String($0, radix: 36) }.joined(separator: "\u{0}")
        return SHA256.hash("\(words)\u{0}\(number)").hex(32)
    }
}
