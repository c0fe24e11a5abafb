import Foundation
import Git
import Ingest
import Provenance
package import Store
import Syntax

/// Whether the code that findings speak of stands in the work trees of today: the content search the other way round, from
/// the tokens of the edit to the file.
///
/// Formatting does not matter, nor does the line. Paths come from records: nothing outside of the repository is opened.
package struct StandingSearch {
    package enum Answer: Equatable, Sendable {
        case stands(path: String, line: Int)
        case gone
        /// No work tree of its repository is here, or what it speaks of is not known.
        case unknown
    }

    private let store: Store
    /// The checkout in which the user stands, and which repository that is.
    private let here: (identity: String, root: String)?
    private var roots: [String: String?] = [:]
    private var sought: (edit: Int64, code: CodeStream)?
    private var file: (path: String, code: CodeStream)?
    private var trees: [String: [(path: String, text: String)]] = [:]

    /// Fewer tokens than these say nothing by themselves; those of the whole line do.
    private static let telling = 5
    private static let mostBytes = 8 << 20
    /// Files that are looked through for code whose file is not there any more.
    private static let mostFiles = 4000
    private static let mostTreeBytes = 16 << 20

    package init(store: Store, here: (identity: String, root: String)? = nil) {
        self.store = store
        self.here = here
    }

    /// - Note: findings of one file one after the other are answered fastest.
    package mutating func answer(_ finding: AuditedFinding) throws -> Answer {
        guard let path = finding.path, let range = finding.range, let edit = finding.editID,
            let code = try code(ofEdit: edit), case let tokens = code.tokens(in: range), !tokens.isEmpty
        else { return .unknown }
        let roots = self.roots(of: finding)
        guard !roots.isEmpty else { return .unknown }
        let language = Language.named(by: path)
        let pieces = Self.pieces(code, tokens)
        var isThere = false
        for name in [path] + (try store.laterNames(of: path)).reversed() {
            for root in roots {
                guard let real = Self.file(name, in: root) else { continue }
                isThere = true
                guard let code = stream(real, language) else { return .unknown }
                if let line = Self.line(of: pieces, in: code, near: finding.firstLine ?? 1) {
                    return .stands(path: real, line: line)
                }
            }
        }
        if !isThere, let root = roots.first, let moved = try moved(pieces, finding, in: root, language) {
            return moved
        }
        return .gone
    }

    // MARK: - What is looked for

    private mutating func code(ofEdit id: Int64) throws -> CodeStream? {
        if let sought, sought.edit == id { return sought.code }
        guard let edit = try store.edits([id]).first else { return nil }
        let code = CodeStream(
            edit.writtenText, language: Language.named(by: edit.origin.path), isPiece: !edit.isCreation)
        sought = (id, code)
        return code
    }

    /// The runs of tokens of which one must stand, the most telling first.
    private static func pieces(_ code: CodeStream, _ tokens: Range<Int>) -> [ArraySlice<UInt64>] {
        let lines = Int(code.lines[tokens.lowerBound])...Int(code.lines[tokens.upperBound - 1])
        let whole =
            code.tokens(ofLine: lines.lowerBound).lowerBound..<code.tokens(ofLine: lines.upperBound).upperBound
        let own = code.hashes[tokens]
        return tokens.count >= telling ? [own] : [code.hashes[whole]] + (tokens.count >= 3 ? [own] : [])
    }

    /// The line, from 1, on which one of the runs begins; of several places the nearest to where it was written.
    private static func line(of pieces: [ArraySlice<UInt64>], in code: CodeStream, near line: Int) -> Int? {
        for piece in pieces {
            guard let head = piece.first, piece.count <= code.count else { continue }
            var best: Int?
            for place in 0...(code.count - piece.count)
            where code.hashes[place] == head && code.hashes[place..<place + piece.count].elementsEqual(piece) {
                let found = Int(code.lines[place]) + 1
                if best.map({ abs($0 - line) > abs(found - line) }) ?? true { best = found }
            }
            if let best { return best }
        }
        return nil
    }

    // MARK: - Where it is looked for

    private mutating func roots(of finding: AuditedFinding) -> [String] {
        var found: [String] = []
        if let here, here.identity == finding.repositoryIdentity { found.append(here.root) }
        for directory in [finding.repositoryDirectory, finding.sessionDirectory] {
            guard let directory, let root = root(directory), !found.contains(root) else { continue }
            found.append(root)
        }
        return found
    }

    /// The work tree around a folder, or the folder itself where it is in none; `nil` where it is not there.
    private mutating func root(_ directory: String) -> String? {
        if let known = roots[directory] { return known }
        let root = Checkout.discover(from: directory)?.root ?? Self.real(directory)
        roots[directory] = .some(root)
        return root
    }

    private static func file(_ path: String, in root: String) -> String? {
        guard let real = real(root), let file = Self.real(path.hasPrefix("/") ? path : real + "/" + path),
            file.hasPrefix(real == "/" ? real : real + "/")
        else { return nil }
        return file
    }

    private static func real(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private mutating func stream(_ path: String, _ language: String?) -> CodeStream? {
        if let file, file.path == path { return file.code }
        guard let text = Self.text(path) else { return nil }
        let code = CodeStream(text, language: language)
        file = (path, code)
        return code
    }

    private static func text(_ path: String) -> String? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let size = attributes?[.size] as? Int, size <= mostBytes
        else { return nil }
        return FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Its file is not there: whether another one of the same kind has taken its code over.
    private mutating func moved(
        _ pieces: [ArraySlice<UInt64>], _ finding: AuditedFinding, in root: String, _ language: String?
    ) throws -> Answer? {
        guard let telling = pieces.first, telling.count >= Self.telling else { return nil }
        for (path, text) in tree(root, finding.path ?? "") {
            let code = CodeStream(text, language: language)
            if let line = Self.line(of: [telling], in: code, near: finding.firstLine ?? 1) {
                return .stands(path: path, line: line)
            }
        }
        return nil
    }

    private mutating func tree(_ root: String, _ path: String) -> [(path: String, text: String)] {
        let ending = (path as NSString).pathExtension
        let key = root + "\u{0}" + ending
        if let known = trees[key] { return known }
        var files: [(String, String)] = []
        var bytes = 0
        for file in FileAuditing.files(in: root).prefix(Self.mostFiles * 8)
        where (file as NSString).pathExtension == ending {
            guard files.count < Self.mostFiles, bytes < Self.mostTreeBytes else { break }
            guard let text = Self.text(file) else { continue }
            bytes += text.utf8.count
            files.append((file, text))
        }
        trees = [key: files]
        return files
    }
}

extension EditSource {
    /// The text that the places of findings are counted in: what stands after the edit, else the lines its patch leaves.
    package var writtenText: String {
        if let after, !after.isEmpty { return after }
        return (patch.map(Hunk.unified) ?? []).map(\.after).joined(separator: "\n")
    }
}
