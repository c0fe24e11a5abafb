import Audit
import Foundation
package import Git
import Ingest
import Provenance
import Text

/// Checks what a change adds: findings that touch a line which the base does not have. Old code is left alone.
///
/// `A..B` is what B adds to A, `A^!` what the one commit A does; any other name is what the work tree adds to the commit that it has in common with `HEAD`.
/// Files that git does not know of are no part of the change.
package struct ChangeAuditing {
    package struct Summary: Equatable, Sendable {
        /// Files that the change adds lines to.
        package var changed = 0
        package var checked = 0
        package var addedLines = 0
        /// Changed files of languages without rules.
        package var withoutRules: [String: Int] = [:]
        package var unread = 0
    }

    private var auditing: FileAuditing
    private let checkout: Checkout
    private let git = GitCommand()
    private let objects: GitObjects
    /// Of the end of the change.
    private var project: PackageSearch?
    private(set) package var summary = Summary()

    package init(own: [RuleFolder.File] = [], in checkout: Checkout) throws {
        auditing = try FileAuditing(own: own)
        self.checkout = checkout
        objects = GitObjects(of: checkout)
    }

    /// - Parameter take: what was found, file by file, with paths from the top of the repository.
    package mutating func audit(_ change: String, take: (FileAuditing.Found) -> Void) throws {
        try eachFile(of: change) { file in
            for found in file.findings ?? [] where file.isAdded(found.finding.lines) { take(found) }
        }
    }

    /// - Parameter take: each file that the change adds lines to, by name.
    package mutating func eachFile(of change: String, take: (ChangedFile) throws -> Void) throws {
        let ends = try ends(of: change)
        project = PackageSearch(
            ends.tip.map { ProjectFiles(commit: $0, in: checkout, objects: GitObjects(of: checkout)) }
                ?? ProjectFiles(folder: checkout.root))
        if let tip = ends.tip {
            try auditCommits(from: ends.base, to: tip, take: take)
        } else {
            try auditWorkTree(since: ends.base, take: take)
        }
    }

    /// The commit that a change begins at, and the one that it ends with; no end for what the work tree adds.
    package func ends(of change: String) throws -> (base: String, tip: String?) {
        if change.hasSuffix("^!") {
            guard let commit = try git.commits(of: String(change.dropLast(2)), in: checkout, limit: 1).last else {
                throw RevisionError.unknown(change)
            }
            return (commit.parents.first ?? BlobName.emptyTree(like: commit.hash), commit.hash)
        }
        guard change.contains("..") else { return (try git.commonCommit(of: change, and: "HEAD", in: checkout), nil) }
        let ends = change.components(separatedBy: "..")
        guard ends.count == 2, !change.contains("...") else { throw RevisionError.malformed(change) }
        let to = ends[1].isEmpty ? "HEAD" : ends[1]
        let tip = try git.commonCommit(of: to, and: to, in: checkout)
        return (try git.commonCommit(of: ends[0].isEmpty ? "HEAD" : ends[0], and: to, in: checkout), tip)
    }

    // MARK: Commits

    private mutating func auditCommits(from base: String, to tip: String, take: (ChangedFile) throws -> Void) throws {
        let tipFacts = CommitFacts(hash: tip, parents: [base], authoredAt: 0, committedAt: 0)
        for file in try git.additions(of: tipFacts, in: checkout).sorted(by: { $0.path < $1.path })
        where !file.lines.isEmpty {
            guard let text = try text(of: file.path, at: tip) else {
                summary.unread += 1
                continue
            }
            try check(text, file.path, Set(file.lines.map(\.number)), take)
        }
    }

    // MARK: The work tree

    private mutating func auditWorkTree(since base: String, take: (ChangedFile) throws -> Void) throws {
        var before: [String: String] = [:]
        try git.files(of: base, in: checkout) { entry in
            before[entry.path] = entry.id
            return true
        }
        let tracked = try git.trackedPaths(in: checkout).filter { Language.named(by: $0) != nil }.sorted()
        var gone: [String]?
        for path in tracked {
            guard let now = read(path) else { continue }
            var old = ""
            if let id = before[path] {
                if isBlob(now, named: id) { continue }
                guard let text = try text(ofBlob: id) else {
                    summary.unread += 1
                    continue
                }
                old = text
            } else {
                if gone == nil { gone = before.keys.filter { !exists($0) }.sorted() }
                old = try moved(to: path, now, from: gone ?? [], before) ?? ""
            }
            let text = String(decoding: now, as: UTF8.self)
            let added = Self.added(old, text)
            guard !added.isEmpty else { continue }
            try check(text, path, added, take)
        }
    }

    /// What a file was before it was moved: of those that are gone the one that it has most lines of, at least half.
    private func moved(
        to path: String, _ bytes: [UInt8], from gone: [String], _ before: [String: String]
    ) throws -> String? {
        let ending = path.split(separator: ".").last
        let lines = Set(bytes.split(separator: 0x0A))
        guard lines.count > 1 else { return nil }
        var best: (text: String, common: Int)?
        for name in gone.filter({ $0.split(separator: ".").last == ending }).prefix(100) {
            guard let id = before[name], let text = try text(ofBlob: id) else { continue }
            let common = text.utf8.split(separator: 0x0A).filter { lines.contains(ArraySlice($0)) }.count
            if common * 2 >= lines.count, common > best?.common ?? 0 { best = (text, common) }
        }
        return best?.text
    }

    private func isBlob(_ bytes: [UInt8], named id: String) -> Bool { BlobName.of(bytes, like: id) == id }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: checkout.root + "/" + path) }

    /// A file of the work tree; never one that a link leads to from it.
    private func read(_ path: String) -> [UInt8]? {
        let whole = checkout.root + "/" + path
        guard !path.split(separator: "/").contains(".."),
            URL(fileURLWithPath: whole).resolvingSymlinksInPath().path.hasPrefix(
                URL(fileURLWithPath: checkout.root).resolvingSymlinksInPath().path + "/"),
            let attributes = try? FileManager.default.attributesOfItem(atPath: whole),
            attributes[.type] as? FileAttributeType == .typeRegular,
            (attributes[.size] as? Int ?? .max) <= Auditor.largest,
            let data = FileManager.default.contents(atPath: whole)
        else { return nil }
        return Array(data)
    }

    private func text(of path: String, at commit: String) throws -> String? {
        guard let opened = try objects.open(FilePlace(commit: commit, path: path)), opened.object.kind == "blob",
            let bytes = try objects.rest(limit: Auditor.largest)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func text(ofBlob id: String) throws -> String? {
        guard let opened = try objects.open(id), opened.kind == "blob",
            let bytes = try objects.rest(limit: Auditor.largest)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Lines

    /// The numbers of the lines that a text has and the one before it had not.
    static func added(_ old: String, _ new: String) -> Set<Int> {
        let plain = { (text: String) in text.replacing("\r\n", with: "\n") }
        var added: Set<Int> = []
        for hunk in LineDiff.hunks(before: plain(old), after: plain(new), context: 0) {
            var number = hunk.newStart ?? 1
            for line in hunk.lines where line.kind != .removed {
                if line.kind == .added { added.insert(number) }
                number += 1
            }
        }
        return added
    }

    private mutating func check(
        _ text: String, _ path: String, _ added: Set<Int>, _ take: (ChangedFile) throws -> Void
    ) throws {
        summary.changed += 1
        summary.addedLines += added.count
        guard let language = Language.named(by: path),
            let findings = try auditing.audit(
                text, language: language, path: path,
                packages: project?.packages(for: path, language: language))
        else {
            summary.withoutRules[Language.named(by: path) ?? "other", default: 0] += 1
            return try take(ChangedFile(path: path, text: text, added: added, findings: nil))
        }
        summary.checked += 1
        try take(ChangedFile(path: path, text: text, added: added, findings: findings))
    }
}
