import Store

/// What was found in an edit before, with its text.
struct EditFindings {
    let all: [PlacedFinding]
    let text: String
    private let lines: [Substring]
    /// Where its text begins in the file, where that is known.
    private let start: Int?

    init(all: [PlacedFinding], edit: EditSource?) {
        self.all = all
        text = edit?.writtenText ?? ""
        lines = edit?.after?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        start = edit.flatMap { $0.isCreation ? 1 : $0.firstLine }
    }

    /// - Parameter number: of the file as the edit left it, from 1.
    func line(_ number: Int) -> String? {
        guard let start, lines.indices.contains(number - start) else { return nil }
        return String(lines[number - start])
    }

    func named(_ rule: String, code: String) -> [PlacedFinding] {
        all.filter { finding in
            guard finding.rule == rule, let range = finding.range else { return false }
            return WrittenLines.plain(WrittenLines.piece(of: text, range)) == code
        }
    }
}
