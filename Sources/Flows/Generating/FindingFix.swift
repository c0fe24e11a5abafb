import Audit
import Foundation
import Ingest
import Provenance
package import Store
import Text

/// A change that an engine proposes for a finding, audited before anybody is asked to take it.
package struct FindingFix {
    /// Why none can be asked for, as one sentence.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    /// A change, and what the auditor says of it.
    package struct Proposal: Sendable {
        package var diff: String
        /// The file as it would be.
        package var text: String
        /// The finding's rule no longer speaks there.
        package var mends: Bool
        /// What the auditor says of the new text and did not say of the old.
        package var newFindings: [String]
    }

    package let finding: AuditedFinding
    package let output: OutputFile
    package let prompt: GenerationPrompt

    /// Lines around it that may be written anew, too.
    private static let around = 8

    /// - Parameter folder: what paths of the repository are relative to.
    package init(_ finding: AuditedFinding, in folder: String) throws {
        self.finding = finding
        guard let path = finding.pathToday ?? finding.path, let line = finding.lineToday ?? finding.firstLine else {
            throw Failure(description: "The finding names no line of a file, so there is nothing to mend.")
        }
        let root = finding.repositoryDirectory ?? finding.sessionDirectory ?? folder
        let fullPath = FileLines.full(path, in: root)
        // A record may name any file of this machine: none but a repository's own is read, and sent.
        let projects = [ProjectFolder(of: folder), ProjectFolder(repositoryOf: root)]
        guard projects.contains(where: { $0?.holds(fullPath) == true }) else {
            throw Failure(
                description:
                    "'\(path)' is of no repository that you stand in, and is left alone: go to where it belongs.")
        }
        let file = try ContextPiece(fullPath, in: root)
        let count = file.lineCount
        guard line <= count else {
            throw Failure(description: "'\(path)' no longer has line \(line): see 'colophon finding show'.")
        }
        let last = max(line, line + (finding.lastLine ?? line) - (finding.firstLine ?? line))
        let lines = max(1, line - Self.around)...min(count, last + Self.around)
        output = try OutputFile(file.path, in: root)
        var prompt = GenerationPrompt(
            "Mend line \(line): \(finding.message)"
                + (finding.remedy.map { " What to do instead: \($0)" } ?? "")
                + " Change as little as possible and keep what the code does otherwise.")
        prompt.region = .init(file: file, lines: lines)
        self.prompt = prompt
    }

    /// Holds the code of an answer against the auditor.
    package func proposal(_ code: String) throws -> Proposal {
        guard let region = prompt.region else { throw Failure(description: "There is nothing to mend.") }
        let lines = FileLines.split(region.file.text)
        let text =
            lines[..<(region.lines.lowerBound - 1)].joined() + code + lines[region.lines.upperBound...].joined()
        let before = try Self.audit(region.file.text, region.file.path)
        let after = try Self.audit(text, region.file.path)
        let path = (finding.pathToday ?? finding.path) ?? region.file.path
        let hunks = LineDiff.hunks(before: region.file.text, after: text)
        var added = after
        for entry in before { if let same = added.firstIndex(of: entry) { added.remove(at: same) } }
        func count(_ all: [String]) -> Int { all.count { $0.hasPrefix(finding.rule + ":") } }
        let head = path.hasPrefix("/") ? path : "a/\(path)"
        let new = path.hasPrefix("/") ? path : "b/\(path)"
        return Proposal(
            diff: hunks.isEmpty ? "" : "--- \(head)\n+++ \(new)\n" + hunks.map(\.text).joined(separator: "\n") + "\n",
            text: text,
            mends: count(after) < count(before), newFindings: added)
    }

    private static func audit(_ text: String, _ path: String) throws -> [String] {
        guard let language = Language.named(by: path) else { return [] }
        var auditing = try FileAuditing()
        return (try auditing.audit(text, language: language, path: path) ?? []).map {
            "\($0.finding.rule): \($0.finding.message)"
        }
    }
}
