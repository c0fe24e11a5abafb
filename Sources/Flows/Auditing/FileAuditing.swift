package import Audit
import Foundation
import Git
import Provenance

/// Checks files and folders, and says what could not be checked.
package struct FileAuditing {
    /// A finding in a file.
    package struct Found: Sendable {
        /// As the user wrote it, or below the folder that they named.
        package var path: String
        package var finding: AuditFinding
        /// As others are told of it, with `path` as its path.
        package var reported: ReportedFinding

        package init(path: String, finding: AuditFinding, reported: ReportedFinding) {
            self.path = path
            self.finding = finding
            self.reported = reported
        }
    }

    package struct Summary: Equatable, Sendable {
        package var checked = 0
        /// Files of languages without rules, by language; what has no language goes by "other".
        package var withoutRules: [String: Int] = [:]
        /// Files that could not be read, or are larger than anybody writes.
        package var unread = 0
        /// Folders that were not gone into, by name.
        package var skippedFolders: [String: Int] = [:]
        /// Snippets whose language nothing tells.
        package var withoutLanguage = 0
        /// There were more files than are looked at.
        package var isCut = false
    }

    private let library: RuleLibrary
    private var auditors: [String: Auditor?] = [:]
    private let projects = ProjectPackages()
    private(set) package var summary = Summary()

    private static let mostFiles = 200_000
    /// Folders in which nobody's own code lies.
    private static let skipped: Set<String> = [
        ".git", ".build", "node_modules", ".venv", "__pycache__", "target", "dist",
    ]

    /// - Parameter own: the user's rules.
    package init(own: [RuleFolder.File] = []) throws {
        library = try RuleLibrary(own: own.map { ($0.name, $0.bytes) })
    }

    /// - Parameter take: what was found, file by file in the order of their names.
    package mutating func audit(_ path: String, take: (Found) -> Void) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw SourceFile.Unreadable(description: "There is nothing at '\(path)': name a file or folder.")
        }
        guard isFolder.boolValue else { return try audit(file: path, take: take) }
        let folder = Self.look(into: path)
        summary.skippedFolders.merge(folder.skipped) { $0 + $1 }
        summary.isCut = summary.isCut || folder.isCut
        for file in folder.files { try audit(file: file, take: take) }
    }

    /// A text by itself; `nil` where its language has no rules.
    ///
    /// - Parameter packages: what it may import, where that is known.
    package mutating func audit(
        _ text: String, language: String, path: String = "", packages: KnownPackages? = nil
    ) throws -> [Found]? {
        guard let auditor = try auditor(language),
            let findings = auditor.audit(text, path: path, packages: packages)
        else { return nil }
        return Self.found(findings, in: text, path: path, auditor)
    }

    mutating func noteChecked() { summary.checked += 1 }

    mutating func note(withoutRules language: String) { summary.withoutRules[language, default: 0] += 1 }

    mutating func note(withoutLanguage: Bool) { summary.withoutLanguage += withoutLanguage ? 1 : 0 }

    mutating func noteUnread() { summary.unread += 1 }

    private mutating func audit(file path: String, take: (Found) -> Void) throws {
        guard let language = Language.named(by: path), let auditor = try auditor(language) else {
            summary.withoutRules[Language.named(by: path) ?? "other", default: 0] += 1
            return
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            (attributes?[.size] as? Int ?? .max) <= Auditor.largest,
            let data = FileManager.default.contents(atPath: path)
        else {
            summary.unread += 1
            return
        }
        let text = String(decoding: data, as: UTF8.self)
        let folder = FileManager.default.currentDirectoryPath
        let packages = projects.packages(for: path, language: language, in: folder)
        guard let findings = auditor.audit(text, path: path, packages: packages) else {
            summary.unread += 1
            return
        }
        summary.checked += 1
        Self.found(findings, in: text, path: path, auditor).forEach(take)
    }

    private static func found(
        _ findings: [AuditFinding], in text: String, path: String, _ auditor: Auditor
    ) -> [Found] {
        guard !findings.isEmpty else { return [] }
        let reporter = FindingReporter(text: text, path: path, rules: auditor.rules.rules)
        return findings.map { Found(path: path, finding: $0, reported: reporter.reported($0)) }
    }

    private mutating func auditor(_ language: String) throws -> Auditor? {
        if let known = auditors[language] { return known }
        let auditor = RuleLibrary.languages.contains(language) ? Auditor(try library.rules(for: language)) : nil
        auditors[language] = .some(auditor)
        return auditor
    }

    static func files(in folder: String) -> [String] { look(into: folder).files }

    /// The files of a folder, links not followed, and the folders that were left out.
    private static func look(into folder: String) -> (files: [String], skipped: [String: Int], isCut: Bool) {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return ([], [:], false) }
        var files: [String] = []
        var left: [String: Int] = [:]
        var isCut = false
        while let name = walk.nextObject() as? String {
            guard files.count < mostFiles else {
                isCut = true
                break
            }
            let last = (name as NSString).lastPathComponent
            if skipped.contains(last), walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory {
                left[last, default: 0] += 1
                walk.skipDescendants()
                continue
            }
            if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                files.append(folder.hasSuffix("/") ? folder + name : folder + "/" + name)
            }
        }
        return (files.sorted(), left, isCut)
    }
}
