package import Audit
package import Git
import Provenance
package import Store

/// What a change holds that was generated, by which prompts, and what the gate says of it.
package struct ChangeReport: Sendable {
    /// A prompt whose answers wrote lines of the change.
    package struct Prompted: Sendable {
        /// As `open` takes it: `turn:4f2a…`, or `generation:…` where the turn is not known.
        package var link: String
        /// The uid.
        package var session: String
        package var agent: String
        package var models: [String] = []
        /// The first words of it; `nil` where they are not recorded.
        package var words: String?
        /// How many of its answers wrote lines that stand here.
        package var answers = 0
        package var files: [GeneratedChange.Written] = []
        /// Of its riskiest answer.
        package var account: RiskAccount?

        package var lines: Int { files.reduce(0) { $0 + $1.lines } }
    }

    /// A commit of the change that says itself that an agent took part.
    package struct Told: Equatable, Sendable {
        package var hash: String
        package var subject: String
        /// What it says, and where.
        package var words: [String]
    }

    package var gate: GateReport
    package var prompts: [Prompted] = []
    /// How many commits the change has, and which of them tell of agents.
    package var commits = 0
    package var told: [Told] = []

    private static let mostTold = 200

    /// - Parameter gate: what the gate came to of the same change.
    package init(_ gate: GateReport, store: Store, checkout: Checkout) throws {
        self.gate = gate
        prompts = try Self.prompts(of: gate, store)
        guard let tip = gate.tip ?? checkout.head else { return }
        var (count, told): (Int, [Told]) = (0, [])
        try GitCommand().commits(of: tip, without: [gate.base], in: checkout) { commit in
            count += 1
            var words = AgentMark.all(in: commit).map(\.words)
            if words.isEmpty, let other = OtherAgent.of(commit) { words = ["it is of \(other)"] }
            guard !words.isEmpty, told.count < Self.mostTold else { return }
            let subject = commit.message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            told.append(Told(hash: commit.hash, subject: subject, words: words))
        }
        (commits, self.told) = (count, told)
    }

    /// The riskiest first.
    private static func prompts(of gate: GateReport, _ store: Store) throws -> [Prompted] {
        var prompts: [String: Prompted] = [:]
        let accounts = Dictionary(gate.risk.answers.map { ($0.uid, $0) }) { first, _ in first }
        for (uid, written) in Dictionary(grouping: gate.change.written, by: \.generation).sorted(by: { $0.key < $1.key }
        ) {
            guard case .one(_, let id, _) = try store.find(.generation, uid),
                let row = try store.generation(id)?.generation
            else { continue }
            let link = row.turn.map { "turn:\($0)" } ?? "generation:\(uid)"
            var prompt = prompts[link] ?? Prompted(link: link, session: row.session, agent: row.agent)
            prompt.words = prompt.words ?? row.title
            prompt.answers += 1
            if let model = row.model, !prompt.models.contains(model) { prompt.models.append(model) }
            for piece in written {
                if let place = prompt.files.firstIndex(where: { $0.path == piece.path }) {
                    prompt.files[place].lines += piece.lines
                } else {
                    prompt.files.append(piece)
                }
            }
            if let account = accounts[uid] {
                prompt.account = RiskAccount.inOrder([account] + [prompt.account].compactMap(\.self)).first
            }
            prompts[link] = prompt
        }
        return prompts.values.map { prompt in
            var prompt = prompt
            prompt.files.sort { $0.path < $1.path }
            return prompt
        }.sorted { one, other in
            let (first, second) = (one.account, other.account)
            if first?.level != second?.level { return first?.level ?? .none > second?.level ?? .none }
            if first?.points != second?.points { return first?.points ?? 0 > second?.points ?? 0 }
            return one.link < other.link
        }
    }
}
