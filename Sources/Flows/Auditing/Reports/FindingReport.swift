/// Findings as one document for other programs, and what the document has no room for, each a sentence.
package struct FindingReport {
    package enum Format: String, CaseIterable, Sendable {
        /// A comment on a pull request.
        case markdown
        /// For code scanning, editors and everything else that speaks SARIF 2.1.0.
        case sarif
        /// Commands of a GitHub workflow, which put findings beside the lines of a pull request.
        case github
        /// For SonarQube to import, in its generic format of 10.3 and later.
        case sonar
    }

    package private(set) var bytes: [UInt8] = []
    package private(set) var notes: [String] = []

    /// - Parameter notAnalysed: what was left out of the check, each a sentence; formats that have a place for it tell it.
    package init(_ findings: [ReportedFinding], as format: Format, notAnalysed: [String] = []) {
        switch format {
        case .sarif: (bytes, notes) = SARIFLog(notAnalysed: notAnalysed).write(findings)
        case .github: (bytes, notes) = WorkflowCommands.write(findings)
        case .sonar: (bytes, notes) = SonarIssues.write(findings)
        case .markdown: (bytes, notes) = FindingComment.write(findings, notAnalysed: notAnalysed)
        }
    }
}
