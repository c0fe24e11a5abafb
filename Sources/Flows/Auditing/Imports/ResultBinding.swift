package import Git
import Provenance
package import Scanners
package import Store
import Syntax
import Text

/// Binds what scanners say to the edits whose code it speaks of.
package struct ResultBinding {
    package enum Answer: Equatable, Sendable {
        case bound(BoundResult)
        /// The result names no file.
        case noPlace
        /// The file is not here, or several may be meant.
        case noFile
        /// The file has no such line.
        case noLine
        /// No generation that is known wrote what stands there.
        case nobody

        var isBound: Bool { if case .bound = self { true } else { false } }
    }

    private let store: Store
    private var files: ScannedFiles
    private var resolver: LineResolver
    private var edits: [Int64: EditCode] = [:]

    /// Of more results a file is asked about as a whole.
    private static let mostQuestions = 3
    private static let mostEdits = 500

    /// - Parameter folder: where the user stands.
    package init(store: Store, folder: String, checkout: Checkout?) {
        self.store = store
        files = ScannedFiles(folder: folder, checkout: checkout)
        resolver = LineResolver(store: store, objects: files.objects)
    }

    /// Why a commit that a report names was not read, each a sentence.
    package var doubts: [String] { files.doubts }

    /// The repository that is looked at, as sessions have it.
    var identity: String? { resolver.identity }

    /// Which files of the work tree a report speaks for, from its top; empty where it was made at another commit, or did
    /// not come to its end.
    mutating func covered(by report: ScannerReport) throws -> Set<String> {
        guard !report.isBroken, report.announced ?? 0 <= report.results.count, files.isCheckedOut(report.revision),
            report.results.allSatisfy({ $0.revision == nil })
        else { return [] }
        var paths: Set<String> = []
        for place in report.covered + report.results.compactMap(\.place) {
            if let path = try files.path(place) { paths.insert(path) }
        }
        for unread in report.unread {
            if let path = try files.path(ScannerPlace(path: unread.path)) { paths.remove(path) }
        }
        return paths
    }

    /// The file of the work tree in which a result lies, from its top.
    mutating func path(of result: ScannerResult) throws -> String? {
        try result.place.flatMap { try files.path($0) }
    }

    /// The path of an edit from the top of the work tree.
    func path(ofEdit path: String) -> String? { files.inside(path) }

    /// An answer for each result of a report, in their order.
    package mutating func bind(_ report: ScannerReport) throws -> [Answer] {
        var answers = [Answer](repeating: .noPlace, count: report.results.count)
        var byFile: [String: [Int]] = [:]
        for (index, result) in report.results.enumerated() {
            guard let place = result.place else { continue }
            byFile[[place.path, place.root ?? "", result.revision ?? ""].joined(separator: "\u{0}"), default: []]
                .append(index)
        }
        for (_, indices) in byFile.sorted(by: { $0.key < $1.key }) {
            guard let first = indices.first, let place = report.results[first].place else { continue }
            let revision = report.results[first].revision ?? report.revision
            guard let file = try files.file(place, revision: revision) else {
                for index in indices { answers[index] = .noFile }
                continue
            }
            try bind(indices, of: report.results, in: file, into: &answers)
        }
        return answers
    }

    private mutating func bind(
        _ indices: [Int], of results: [ScannerResult], in file: SourceFile, into answers: inout [Answer]
    ) throws {
        let places = TextPlaces(file.text)
        let bytes = Array(file.text.utf8)
        let code = CodeStream(file.text, language: Language.named(by: file.path))
        var whole: [TokenAnswer]?
        if indices.count > Self.mostQuestions {
            whole = try resolver.resolve(file, needsHistory: false, needsTokens: true).tokens
        }
        for index in indices {
            // What speaks of a file as a whole speaks of its first line.
            let region = results[index].place?.region ?? ScannerRegion(lines: 1...1)
            guard let range = region.range(in: places) else {
                answers[index] = .noLine
                continue
            }
            let lines =
                places.place(of: range.lowerBound)
                .line...places.place(of: max(range.lowerBound, range.upperBound - 1)).line
            let tokens =
                try whole ?? resolver.resolve(file, lines: lines, needsHistory: false, needsTokens: true).tokens
            answers[index] = try answer(range, lines, tokens, code, bytes)
        }
    }

    private mutating func answer(
        _ range: Range<Int>, _ lines: ClosedRange<Int>, _ tokens: [TokenAnswer], _ code: CodeStream,
        _ bytes: [UInt8]
    ) throws -> Answer {
        let inside = tokens.filter { $0.range.overlaps(range) }
        // A place between tokens, in a comment or an empty line, is its line.
        let touched = inside.isEmpty ? tokens.filter { lines.contains($0.line) } : inside
        var owners: [Int64: (edit: EditOrigin, count: Int)] = [:]
        for edit in touched.compactMap(\.edit) { owners[edit.id, default: (edit, 0)].count += 1 }
        let owner = owners.values.max { ($0.count, $0.edit.at, $0.edit.id) < ($1.count, $1.edit.at, $1.edit.id) }
        guard let owner else { return .nobody }
        var bound = BoundResult(edit: owner.edit, lines: lines)
        let own = code.tokens(in: range)
        let end = own.last.map { Int(code.ends[$0]) } ?? range.upperBound
        let tail = bytes[min(end, bytes.count)..<max(end, range.upperBound)]
        if let written = try self.code(of: owner.edit.id), let place = written.place(of: own, in: code, tail: tail) {
            bound.range = place
            bound.fingerprint = written.fingerprint(of: place)
            bound.locate(in: written)
        }
        return .bound(bound)
    }

    private mutating func code(of edit: Int64) throws -> EditCode? {
        if let known = edits[edit] { return known }
        guard let source = try store.edits([edit]).first else { return nil }
        if edits.count > Self.mostEdits { edits.removeAll() }
        let code = EditCode(source)
        edits[edit] = code
        return code
    }
}
