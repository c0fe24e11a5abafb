import Flows

// What is said of findings: of those that are marked, or of the one here.
extension DashboardState {
    mutating func judge(_ command: PaletteCommand, _ words: String) -> [DashboardEffect] {
        let links = screens.top.links.filter { $0.hasPrefix("finding:") }
        guard !links.isEmpty else { return refuse("Go to a finding first, or mark some: nothing else can be judged.") }
        guard let judging = FindingJudging(command, words) else { return [] }
        notice = Notice(text: "writing…")
        return [.judge(JudgementRequest(links: links, judging: judging))]
    }

    /// Whether there is a finding to say something of.
    var hasFindings: Bool { screens.top.links.contains { $0.hasPrefix("finding:") } }
}
