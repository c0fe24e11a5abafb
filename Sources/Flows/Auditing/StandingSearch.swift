import Audit
import Foundation
import Git
import Ingest
import Provenance
package import Store
import Syntax

/// Whether the code that findings speak of stands in the work trees of today: the content search the other way round, from
/// the tokens of the edit to the file.
///
/// Formatting does not matter, nor does the line, nor what a secret was that redaction took out. Paths come from records: nothing outside of the repository is opened.
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
    private var sought: (edit: Int64, code: CodeStream, isRedacted: Bool)?
    private var file: (path: String, isRedacted: Bool, code: CodeStream, veiled: VeiledText?)?
    private var trees: [String: [(path: String, text: String)]] = [:]
    private var committed: [String: CommittedFiles?] = [:]
    private let projects = ProjectPackages()

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
        let answer = try place(finding)
        guard finding.rule == KnownPackages.rule, case .stands(let path, _) = answer else { return answer }
        return try isInstalled(finding, at: path) ? .gone : answer
    }

    /// Whether the lock file of today has the package that an import names.
    private mutating func isInstalled(_ finding: AuditedFinding, at path: String) throws -> Bool {
        guard let range = finding.range, let id = finding.editID, let edit = try store.edits([id]).first,
            let language = Language.named(by: path),
            let packages = projects.packages(
                for: path, language: language, in: (path as NSString).deletingLastPathComponent)
        else { return false }
        let name = WrittenLines.piece(of: edit.writtenText, range).trimmingCharacters(in: ["\"", "'", "`"])
        return packages.knows(name)
    }

    private mutating func place(_ finding: AuditedFinding) throws -> Answer {
        guard let path = finding.path, let range = finding.range, let edit = finding.editID,
            let (code, isRedacted) = try code(ofEdit: edit), case let tokens = code.tokens(in: range), !tokens.isEmpty
        else { return .unknown }
        let roots = self.roots(of: finding)
        guard !roots.isEmpty else { return .unknown }
        let language = Language.named(by: path)
        let pieces = Self.pieces(code, tokens)
        let names = [path] + (try store.laterNames(of: path)).reversed()
        var isThere = false
        for name in names {
            for root in roots {
                guard let real = Self.file(name, in: root) else { continue }
                isThere = true
                guard let (code, veiled) = stream(real, language, isRedacted) else { return .unknown }
                if let line = Self.line(of: pieces, in: code, near: finding.firstLine ?? 1) {
                    return .stands(path: real, line: veiled?.line(line) ?? line)
                }
            }
        }
        guard !isThere, let root = roots.first else { return .gone }
        if let moved = moved(pieces, finding, in: root, language, isRedacted) { return moved }
        return answer(names, in: root) { text in
            let (code, veiled) = Self.stream(text, language, isRedacted)
            let line = Self.line(of: pieces, in: code, near: finding.firstLine ?? 1)
            return line.map { veiled?.line($0) ?? $0 }
        }
    }

    /// No file of its names is in the work tree: what git has of them.
    ///
    /// - Parameter line: where the code stands in a text, if it does.
    private mutating func answer(_ names: [String], in root: String, line: (String) -> Int?) -> Answer {
        let known = committed[root] ?? CommittedFiles(root: root)
        committed[root] = .some(known)
        guard var files = known else { return .gone }
        defer { committed[root] = .some(files) }
        do {
            for name in names {
                // Left out of the work tree, or not there for the moment: it is part of what is checked out.
                if let text = try files.checkedOut(name), let line = line(text) {
                    return .stands(path: files.fullPath(of: name), line: line)
                }
            }
            for name in names where try files.isElsewhere(name, holding: { line($0) != nil }) { return .unknown }
            return .gone
        } catch {
            // What git cannot say is not known.
            return .unknown
        }
    }

    // MARK: - What is looked for

    private mutating func code(ofEdit id: Int64) throws -> (code: CodeStream, isRedacted: Bool)? {
        if let sought, sought.edit == id { return (sought.code, sought.isRedacted) }
        guard let edit = try store.edits([id]).first else { return nil }
        let written = edit.writtenText
        let veiled = VeiledText(markersOf: written)
        let code = CodeStream(
            veiled?.text ?? written, language: Language.named(by: edit.origin.path), isPiece: !edit.isCreation)
        sought = (id, code, veiled != nil)
        return (code, veiled != nil)
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

    private mutating func stream(
        _ path: String, _ language: String?, _ isRedacted: Bool
    ) -> (code: CodeStream, veiled: VeiledText?)? {
        if let file, file.path == path, file.isRedacted == isRedacted { return (file.code, file.veiled) }
        guard let text = Self.text(path) else { return nil }
        let (code, veiled) = Self.stream(text, language, isRedacted)
        file = (path, isRedacted, code, veiled)
        return (code, veiled)
    }

    /// - Parameter isRedacted: code is looked for out of which secrets were taken: the text is read without its own.
    private static func stream(
        _ text: String, _ language: String?, _ isRedacted: Bool
    ) -> (code: CodeStream, veiled: VeiledText?) {
        let veiled = isRedacted ? VeiledText(secretsOf: text) : nil
        return (CodeStream(veiled?.text ?? text, language: language), veiled)
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
        _ pieces: [ArraySlice<UInt64>], _ finding: AuditedFinding, in root: String, _ language: String?,
        _ isRedacted: Bool
    ) -> Answer? {
        guard let telling = pieces.first, telling.count >= Self.telling else { return nil }
        for (path, text) in tree(root, finding.path ?? "") {
            let (code, veiled) = Self.stream(text, language, isRedacted)
            if let line = Self.line(of: [telling], in: code, near: finding.firstLine ?? 1) {
                return .stands(path: path, line: veiled?.line(line) ?? line)
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
