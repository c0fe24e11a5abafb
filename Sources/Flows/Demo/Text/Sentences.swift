/// Sentences of one kind, until a text has its length.
struct Sentences: Sendable {
    private let templates: [Template]
    /// What stands between two.
    private let gap: [UInt8]

    init(_ text: String, gap: String = " ") {
        templates = text.split(separator: "\n").map { Template(String($0)) }
        self.gap = Array(gap.utf8)
    }

    /// Adds sentences while that brings the text nearer to its length.
    func write(to bytes: inout [UInt8], length: Int, _ dice: inout Dice) {
        var sentence: [UInt8] = []
        while bytes.count < length {
            sentence.removeAll(keepingCapacity: true)
            if !bytes.isEmpty { sentence += gap }
            dice.pick(templates).lines[0].write(Words(&dice), to: &sentence)
            if bytes.count + sentence.count - length > length - bytes.count, !bytes.isEmpty { return }
            bytes += sentence
        }
    }
}
