/// What the signs of a passage weigh.
///
/// The weight of a sign is the logarithm of how much more often it is met where a model is spoken to than in ordinary
/// documents, given all others: a logistic regression, fitted to written examples in some fifteen languages against nine
/// thousand manuals and files of code. `Tests/Bench/fit_instructions.py` fits it anew.
enum PassageWeights {
    /// So much is reached by less than one in a hundred ordinary documents of which nothing was learned.
    static let enough = 43

    /// By `PassageReader.Sign`, in eighths of a natural logarithm.
    static let all: [Int16] = {
        var weights = [Int16](repeating: 0, count: PassageReader.Sign.count)
        for (first, row) in ofPairs {
            for (place, letter) in row.utf8.enumerated() {
                weights[first.place * WordRole.counted * 2 + place] = value(of: letter)
            }
        }
        for (place, letter) in ofRoles.utf8.enumerated() {
            weights[WordRole.counted * WordRole.counted * 2 + place] = value(of: letter)
        }
        for (weight, words) in ofWords {
            for word in words.split(separator: " ") {
                let number = WordRoles.table.roles(of: WordReader.hash(of: word)).word
                if number >= 0 { weights[PassageReader.Sign.ofRoles + Int(number)] = weight }
            }
        }
        return weights
    }()

    /// A letter is a number: `P` is nought, those behind it are more. The backslash is left out.
    private static func value(of letter: UInt8) -> Int16 {
        Int16(letter > UInt8(ascii: "\\") ? letter - 1 : letter) - Int16(UInt8(ascii: "P"))
    }

    /// What the signs that weigh most say, as a list of clauses.
    static func words(of passage: Passage) -> String {
        var clauses: [(words: String, weight: Int)] = []
        for sign in passage.signs {
            let weight = Int(all[sign])
            let (first, second) = PassageReader.Sign(number: sign).roles
            for words in Set([first, second].compactMap { $0?.clause }) where weight > 0 {
                if let known = clauses.firstIndex(where: { $0.words == words }) {
                    clauses[known].weight += weight
                } else {
                    clauses.append((words, weight))
                }
            }
        }
        let most = clauses.max { $0.weight < $1.weight }?.weight ?? 0
        let told = clauses.sorted { ($0.weight, $1.words) > ($1.weight, $0.words) }.prefix(3).filter {
            $0.weight * 3 >= most
        }
        return told.isEmpty ? "it gives it orders" : told.map(\.words).joined(separator: ", ")
    }
}

extension WordRole {
    /// What somebody does who says it to a model; `nil` where that says nothing.
    fileprivate var clause: String? {
        switch self {
        case .drop, .tellsToDrop, .before, .orders, .rules, .told: "it sets aside what the model was told"
        case .named, .called, .agent, .artificial, .hail, .reads: "it addresses it"
        case .say, .tellsToSay, .silent, .person: "it asks for silence towards the person"
        case .secret, .secretFile, .send, .tellsToSend, .get, .tellsToGet, .address: "it asks for secrets"
        case .run, .tellsToRun, .shell, .tellsToUnmake, .make, .tellsToMake, .harm, .checks:
            "it asks for things to be done"
        case .ask, .permitted, .already: "it says that nobody need be asked"
        case .authority, .heading, .system: "it poses as a message of the system"
        case .template, .turn: "it poses as a part of the conversation"
        case .pretend, .tellsToPretend, .freed, .mode, .new, .task, .now: "it gives it another task"
        case .answer, .tellsToAnswer, .only, .judged, .tellsToAccept, .accept: "it says what is to be answered"
        case .decode: "it has something decoded"
        case .remember, .tellsToRemember, .later: "it wants to be remembered"
        case .unseen, .disguised: "it stands where readers do not look"
        case .show, .tellsToShow, .verbatim: "it asks for the model's own instructions"
        default: nil
        }
    }
}
