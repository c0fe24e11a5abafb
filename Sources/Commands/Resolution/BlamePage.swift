import Flows
import Git
import Provenance
import Store
import Text

/// Who wrote the lines of a file, as text.
struct BlamePage {
    let answer: FileAnswer
    let asked: [Int64: AskedTitle]
    let texts: [Substring]

    init(_ answer: FileAnswer, asked: [Int64: AskedTitle]) {
        self.answer = answer
        self.asked = asked
        // By bytes: a carriage return and a newline are one character.
        texts = answer.file.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { Substring($0) }
    }

    func text(of line: LineAnswer) -> String {
        guard texts.indices.contains(line.number - 1) else { return "" }
        let text = texts[line.number - 1]
        return String(text.hasSuffix("\r") ? text.dropLast() : text)
    }

    func prompt(of line: LineAnswer) -> String? {
        (line.content?.edit.turn ?? line.session?.turn).flatMap { asked[$0]?.title }
    }

    // MARK: - A table

    private static let columns = [
        OutputColumn("line", alignment: .trailing, minimumWidth: 4), OutputColumn("level", minimumWidth: 9),
        OutputColumn("when", minimumWidth: 16, rank: 2), OutputColumn("by", minimumWidth: 10, isFlexible: true),
        OutputColumn("asked", minimumWidth: 20, isFlexible: true, rank: 1),
        OutputColumn("code", minimumWidth: 24, isFlexible: true),
    ]

    /// - Parameter isDetailed: with what each answer rests on.
    func table(width: Int?, isDetailed: Bool) -> [UInt8] {
        if isDetailed { return Array(answer.lines.map(details).joined(separator: "\n").utf8) }
        var writer = OutputFormat.table.writer(width: width)
        var bytes: [UInt8] = []
        let places = width.map { Self.columns.fitting($0) } ?? Array(Self.columns.indices)
        writer.begin(places.map { Self.columns[$0] }, to: &bytes)
        for line in answer.lines {
            let values = row(line)
            writer.row(places.map { values[$0] }, to: &bytes)
        }
        writer.end(to: &bytes)
        return bytes + Array(closing.utf8)
    }

    private func row(_ line: LineAnswer) -> [OutputValue] {
        let edit = line.content?.edit
        let at = edit?.at ?? line.history?.commit.authoredAt
        let by =
            edit.map { $0.model ?? $0.agent } ?? line.session.map { $0.model ?? $0.agent }
            ?? line.history?.commit.author
        let asked = prompt(of: line) ?? line.history.map { "\($0.commit.hash.prefix(8)) \($0.commit.summary)" }
        return [
            .integer(Int64(line.number)), .text(line.certainty.rawValue),
            at.map { .timestamp(Timestamp(milliseconds: $0)) } ?? .null, .of(by), .of(asked), .text(text(of: line)),
        ]
    }

    /// What is left to say below the lines.
    private var closing: String {
        var text = "\n"
        for level in Certainty.allCases.reversed() {
            let count = answer.lines.count { $0.certainty == level && $0.tokens > 0 }
            if count > 0 { text += "\(level.rawValue) \(count)   " }
        }
        text = text.trimmedAtEnd + "\n"
        if answer.history == .unfinished { text += "history not finished: --history SECONDS gives git more time\n" }
        if let hint = bundleHint { text += hint + "\n" }
        return text
    }

    /// Who may have the record, and what to run there.
    private var bundleHint: String? {
        let open = answer.lines.filter { $0.certainty == .noRecord && $0.tokens > 0 }.compactMap(\.history)
        guard
            let commit = Dictionary(grouping: open, by: \.commit.hash).max(by: { $0.value.count < $1.value.count })?
                .value.first?.commit
        else { return nil }
        return "no record here of \(commit.hash.prefix(8)): \(Visible.text(commit.author)) may have it, "
            + "'colophon bundle --rev \(commit.hash.prefix(8))' there and 'colophon merge' here bring it over"
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
