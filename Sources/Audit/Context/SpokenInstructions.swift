import Provenance

/// Words that speak to a model: counted by what they are for, near each other.
///
/// A signal is a few kinds of words within a few words: "disregard … prior … instructions". Each has a weight; where those
/// within a stretch add up to `enough`, it is a hit. Readers' documents hold single signals; what is meant for a model holds
/// several, or one that nothing else is.
enum SpokenInstructions {
    private static let enough = 4
    /// So many words are a stretch.
    private static let reach = 60

    static func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [HiddenHit] {
        var words = WordReader(bytes)
        var signals = SignalReader()
        var recent: [Signal] = []
        var hits: [HiddenHit] = []
        var lastHit = -1000
        while let word = words.next() {
            signals.read(word) { kind in
                recent.removeAll { word.number - $0.number > reach }
                // A kind counts once in a stretch, however often it is said.
                if let known = recent.firstIndex(where: { $0.kind == kind }) {
                    recent[known].number = word.number
                } else {
                    recent.append(Signal(kind: kind, number: word.number, offset: word.offset, line: word.line))
                }
                let weight = recent.reduce(0) { $0 + $1.kind.weight }
                guard weight >= enough, word.number - lastHit > reach, hits.count < 32 else { return }
                lastHit = word.number
                let first = recent.min { $0.offset < $1.offset }
                var said: [String] = []
                for signal in recent.sorted(by: { $0.offset < $1.offset }) where !said.contains(signal.kind.words) {
                    said.append(signal.kind.words)
                }
                hits.append(
                    HiddenHit(
                        rule: .hiddenInstructions, offset: first?.offset ?? word.offset, line: first?.line ?? word.line,
                        message: "The text speaks to the model: \(said.joined(separator: ", "))."))
                recent = []
            }
        }
        return hits
    }

    private struct Signal {
        var kind: SignalKind
        var number: Int
        var offset: Int
        var line: Int
    }
}

/// What a few words together are for.
enum SignalKind: Hashable {
    case setsAside, loosens, newRole, speaksToModel, speaksToAgent, keepsSecret, takesSecrets, harms, playsSystem
    case claimsAuthority, demands, runs, skipsConsent, decodes

    var weight: Int {
        switch self {
        case .setsAside: 4
        case .loosens, .newRole, .speaksToModel, .keepsSecret, .takesSecrets, .playsSystem, .skipsConsent, .decodes: 2
        case .harms, .speaksToAgent, .claimsAuthority, .demands, .runs: 1
        }
    }

    var words: String {
        switch self {
        case .setsAside, .loosens: "it sets aside what the model was told"
        case .newRole: "it gives it another task"
        case .speaksToModel, .speaksToAgent: "it addresses it"
        case .keepsSecret: "it asks for silence towards the person"
        case .takesSecrets: "it asks for secrets"
        case .harms: "it asks for harm"
        case .playsSystem: "it poses as a message of the system"
        case .claimsAuthority: "it claims authority"
        case .demands: "it demands to be obeyed"
        case .runs: "it asks for commands to be run"
        case .decodes: "it has something decoded and run"
        case .skipsConsent: "it says that nobody need be asked"
        }
    }
}
