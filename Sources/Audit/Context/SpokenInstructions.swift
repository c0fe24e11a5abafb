import Provenance

/// Words that speak to a model: counted by what they are for, near each other.
///
/// A signal is a few kinds of words within a few words: "disregard … prior … instructions". Each weighs what it is rarer by
/// in ordinary documents than where a model is spoken to, as a power of two; where those within a stretch add up to
/// `enough`, and one of them is said to nobody else, it is a hit.
enum SpokenInstructions {
    private static let enough = 7
    /// So many words are a stretch.
    private static let reach = 90

    static func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [HiddenHit] {
        var words = WordReader(bytes)
        var signals = SignalReader()
        var stretch = Stretch()
        while let word = words.next() {
            signals.read(word) { stretch.take($0, at: word) }
        }
        var hits = stretch.hits
        if var words = ForeignWords(bytes) {
            signals = SignalReader()
            stretch = Stretch()
            while let word = words.next() {
                signals.read(word) { stretch.take($0, at: word) }
            }
            hits += stretch.hits
        }
        return hits + EncodedInstructions.hits(in: bytes)
    }

    /// Whether a text that nobody could read as it stood speaks to a model: then less is enough.
    static func areIn(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            var words = WordReader(bytes)
            var signals = SignalReader()
            var weights: [SignalKind: Int] = [:]
            while let word = words.next() {
                signals.read(word) { weights[$0] = $0.weight }
            }
            return weights.values.reduce(0, +) >= enough / 2
        }
    }

    /// What was said within the last words.
    private struct Stretch {
        var hits: [HiddenHit] = []
        private var recent: [Signal] = []
        private var lastHit = -1000

        private struct Signal {
            var kind: SignalKind
            var number: Int
            var offset: Int
            var line: Int
        }

        mutating func take(_ kind: SignalKind, at word: WordReader.Word) {
            add(kind, word)
            if word.isUnseen, kind.speaks { add(.isUnseen, word) }
            let weight = recent.reduce(0) { $0 + $1.kind.weight }
            guard weight >= enough, recent.contains(where: \.kind.isTelling), word.number - lastHit > reach,
                hits.count < 32
            else { return }
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

        /// A kind counts once in a stretch, however often it is said.
        private mutating func add(_ kind: SignalKind, _ word: WordReader.Word) {
            recent.removeAll { word.number - $0.number > reach }
            if let known = recent.firstIndex(where: { $0.kind == kind }) {
                recent[known].number = word.number
            } else {
                recent.append(Signal(kind: kind, number: word.number, offset: word.offset, line: word.line))
            }
        }
    }
}

/// What a few words together are for.
enum SignalKind: Hashable {
    case setsAside, loosens, newRole, speaksToModel, speaksToAgent, keepsSecret, takesSecrets, harms, playsSystem
    case claimsAuthority, demands, runs, skipsConsent, decodes, wantsPrompt, asksForOutput, freed, playsTemplate,
        playsTool
    case persists, turns, carriesAway, isUnseen, ordersModel, asksWhatWasSaid, forbidsTelling
    case needsNobody, callsModel, names, advises

    /// Whether nothing is said so but to a model; manuals ask for secrets, commands and outputs, too.
    var isTelling: Bool {
        switch self {
        case .setsAside, .loosens, .newRole, .speaksToModel, .keepsSecret, .playsSystem, .playsTemplate, .playsTool,
            .wantsPrompt, .ordersModel, .asksWhatWasSaid, .forbidsTelling, .callsModel, .persists, .isUnseen,
            .speaksToAgent:
            true
        case .harms, .claimsAuthority, .demands, .runs, .skipsConsent, .decodes, .needsNobody, .names, .advises,
            .asksForOutput, .freed,
            .takesSecrets,
            .turns, .carriesAway:
            false
        }
    }

    /// Whether it is spoken to a model at all.
    var speaks: Bool { self != .harms && self != .runs && self != .turns && self != .claimsAuthority }

    /// How much more often it is met where a model is spoken to than in ordinary documents, as a power of two.
    var weight: Int {
        switch self {
        case .setsAside: 8
        case .wantsPrompt, .forbidsTelling, .callsModel, .asksWhatWasSaid, .speaksToModel: 7
        case .ordersModel, .needsNobody: 6
        case .playsSystem, .newRole, .keepsSecret, .isUnseen, .playsTemplate, .persists: 5
        case .asksForOutput, .loosens: 4
        case .advises, .freed, .skipsConsent, .turns, .harms, .carriesAway: 3
        case .takesSecrets, .decodes, .playsTool, .speaksToAgent, .names: 2
        case .claimsAuthority, .demands, .runs: 1
        }
    }

    var words: String {
        switch self {
        case .setsAside, .loosens: "it sets aside what the model was told"
        case .newRole: "it gives it another task"
        case .speaksToModel, .speaksToAgent, .callsModel, .names: "it addresses it"
        case .keepsSecret, .forbidsTelling: "it asks for silence towards the person"
        case .takesSecrets: "it asks for secrets"
        case .harms: "it asks for harm"
        case .playsSystem: "it poses as a message of the system"
        case .claimsAuthority: "it claims authority"
        case .demands: "it demands to be obeyed"
        case .runs: "it asks for commands to be run"
        case .decodes: "it has something decoded and run"
        case .ordersModel, .advises: "it gives it orders"
        case .asksWhatWasSaid, .wantsPrompt: "it asks for the model's own instructions"
        case .asksForOutput: "it says what is to be answered"
        case .freed: "it speaks the model free of limits"
        case .playsTemplate, .playsTool: "it poses as a part of the conversation"
        case .persists: "it wants to be remembered"
        case .turns: "it turns the model to something else"
        case .carriesAway: "it has data carried away"
        case .isUnseen: "it stands where readers do not look"
        case .skipsConsent, .needsNobody: "it says that nobody need be asked"
        }
    }
}
