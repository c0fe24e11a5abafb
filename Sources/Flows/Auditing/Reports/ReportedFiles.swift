import Foundation
import Git
package import Store

/// Findings of the store as reports name them, file by file.
package struct ReportedFiles {
    private var paths: ReportPaths
    private var text: (path: String, text: String?)?

    private static let mostBytes = 16 << 20

    /// - Parameter folder: where the user stands.
    package init(from folder: String) { paths = ReportPaths(from: folder) }

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
        return ReportedFinding(finding, path: paths.path(of: today), text: text(of: today))
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
