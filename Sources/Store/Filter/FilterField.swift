import Provenance

/// The fields that a filter can ask for. Their order here is that of the help page.
package enum FilterField: String, CaseIterable, Sendable {
    case model, agent, repo, branch, file, lang, session, prompt, words, commit, change
    case risk, sev, rule, cwe, status, kind, means, asker, tokens, age, at
    case alive, certainty, trust, conf, cost

    /// What a value of the field looks like.
    package enum Kind: Equatable, Sendable {
        /// A text, a glob `opus*`, or a part `~opus`.
        case text
        /// `5`, `>1000`, `2k..1M`.
        case number
        /// A day, a month, a time of day, `today`, `-2d`, or a range of them.
        case time
        /// `<2d`, `1w..2w`; units s m h d w mo (30 days) y (365 days).
        case duration
        /// info < low < medium < high < critical.
        case level
        /// One of a few words.
        case choice([String])
    }

    /// The field of a name as typed, aliases included, whatever its case.
    package init?(name: String) {
        let name = name.lowercased()
        if let field = FilterField(rawValue: name) {
            self = field
        } else if let field = FilterField.allCases.first(where: { $0.aliases.contains(name) }) {
            self = field
        } else {
            return nil
        }
    }

    package var aliases: [String] { self == .file ? ["path"] : [] }

    package var kind: Kind {
        switch self {
        case .model, .agent, .repo, .branch, .file, .lang, .session, .prompt, .words, .commit, .change, .rule, .cwe:
            .text
        case .risk, .sev: .level
        case .status:
            .choice(["answered", "proposed", "applied", "changed", "failed", "rejected"] + Self.findingStatuses)
        case .kind: .choice(["create", "update", "delete", "move", "touch"])
        case .means: .choice(["tool", "patch", "command", "record"])
        case .asker: .choice(["person", "agent"])
        case .certainty: .choice(["exact", "adapted", "commit", "session", "none"])
        case .trust: .choice(Trust.allCases.map(\.word))
        case .tokens, .alive, .conf, .cost: .number
        case .age: .duration
        case .at: .time
        }
    }

    /// What became of a finding.
    static let findingStatuses = ["open", "accepted", "fixed", "false", "gone"]

    /// What the field asks, in one line.
    package var meaning: String {
        switch self {
        case .model: "the model that answered, as its engine names it"
        case .agent: "the coding agent: claude-code, codex, …"
        case .repo: "the repository, by its name or its remote"
        case .branch: "the git branch that was checked out"
        case .file: "a file that was edited: its path, its name, or a folder above it"
        case .lang: "the language of an edited file"
        case .session: "the session, by its id here, its id in the agent, or its title"
        case .prompt: "words of the prompts alone"
        case .words: "words of prompts, answers and edited code, the same as without a field"
        case .commit: "the commit the session started from, by the first digits of its id"
        case .change: "a pull or merge request: 412, owner/name#412, or its address"
        case .risk: "the highest severity among open findings"
        case .sev: "the severity of any finding, open or not"
        case .rule: "the rule that a finding came from"
        case .cwe: "the weakness of a finding: 89 or CWE-89"
        case .status: "what became of the edits, or of a finding: open, accepted, gone"
        case .kind: "what an edit did to its file"
        case .means: "how an edit is known"
        case .asker: "who asked: a person, or an agent on a person's behalf"
        case .tokens: "output tokens"
        case .age: "how long ago it was: <2d is younger than two days"
        case .at: "when it was, in local time"
        case .alive: "how much of the written code is still there"
        case .certainty: "how sure it is who wrote a line"
        case .trust: "how far what went to the model can be trusted: its least trusted piece counts"
        case .conf: "how confident the model was"
        case .cost: "what it cost"
        }
    }

    /// Whether the store holds what the field asks for; others are known and refused.
    package var isRecorded: Bool {
        switch self {
        case .alive, .certainty, .conf, .cost: false
        default: true
        }
    }
}

extension FilterField.Kind {
    /// How a value is written, as the second half of a sentence about one that is wrong.
    var advice: String {
        switch self {
        case .text: "write a text right behind the colon, 'a*b' for a pattern or '~part' for a part of it."
        case .number: "write a number right behind the colon, as in '>1000' or '2k..5k'."
        case .time: "write a time right behind the colon, as in '2026-11-03', 'today' or '>=-2d'."
        case .duration: "write a length of time right behind the colon, as in '<2d'."
        case .level: "write info, low, medium, high or critical right behind the colon, or '>=high'."
        case .choice(let choices): "write \(choices.alternatives) right behind the colon."
        }
    }
}
