import Foundation
import Git
import Provenance
package import Store
import Text

/// Findings of the store as reports name them, file by file.
package struct ReportedFiles {
    private var paths: ReportPaths
    private var text: (path: String, text: String?)?
    private let own: [RuleFolder.File]
    private var auditing: FileAuditing?
    /// What the rules say of the file of today.
    private var today: (path: String, found: [ReportedFinding])?

    private static let mostBytes = 16 << 20

    /// - Parameters:
    ///   - folder: where the user stands.
    ///   - own: the user's rules.
    package init(from folder: String, own: [RuleFolder.File] = []) {
        paths = ReportPaths(from: folder)
        self.own = own
    }

    /// A finding of a file, as it was found.
    package mutating func reported(_ finding: ReportedFinding) -> ReportedFinding {
        var finding = finding
        finding.place.path = paths.path(of: finding.place.path)
        for station in finding.flow.indices { finding.flow[station].path = paths.path(of: finding.flow[station].path) }
        return finding
    }

    /// A finding of the store; `nil` for one of which no line is known.
    ///
    /// - Note: findings of one file one after the other are answered fastest.
    package mutating func reported(_ finding: AuditedFinding) -> ReportedFinding? {
        guard let today = finding.pathToday else {
            return ReportedFinding(finding, path: finding.path ?? "?", text: nil)
        }
        let text = text(of: today)
        guard var told = ReportedFinding(finding, path: paths.path(of: today), text: text) else { return nil }
        if let text { told.flow = flow(to: told, in: text, at: today) }
        return told
    }

    /// The way of the value to where a finding stands today. It is not in the store: its places are those of the file, which
    /// may have changed around the finding.
    private mutating func flow(
        to finding: ReportedFinding, in text: String, at path: String
    ) -> [ReportedFinding.Place] {
        if today?.path != path {
            var found: [ReportedFinding] = []
            if let language = Language.named(by: path), var auditing = auditing ?? (try? FileAuditing(own: own)) {
                found = ((try? auditing.audit(text, language: language, path: path)) ?? []).map(\.reported)
                self.auditing = auditing
            }
            today = (path, found.filter { !$0.flow.isEmpty })
        }
        let lines = finding.place.start.line...max(finding.place.start.line, finding.place.end.line)
        let told = today?.found.first { other in
            lines.contains(other.place.start.line)
                && (other.rule.id == finding.rule.id || !Set(other.rule.cwes).isDisjoint(with: finding.rule.cwes))
        }
        return (told?.flow ?? []).map { station in
            var station = station
            station.path = finding.place.path
            return station
        }
    }

    private mutating func text(of path: String) -> String? {
        if let text, text.path == path { return text.text }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        var read: String?
        if attributes?[.type] as? FileAttributeType == .typeRegular,
            (attributes?[.size] as? Int ?? .max) <= Self.mostBytes
        {
            read = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        }
        text = (path, read)
        return read
    }
}
