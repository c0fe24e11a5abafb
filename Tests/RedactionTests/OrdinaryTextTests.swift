import Redaction
import Testing

struct OrdinaryTextTests {
    @Test func `hashes, ids, references and placeholders are left alone`() {
        let redactor = Redactor()
        #expect(OrdinaryText.lines.count >= 300)
        let wrong = OrdinaryText.lines.filter { redactor.redact($0) != nil }
        #expect(
            wrong.isEmpty, "\(wrong.count) of \(OrdinaryText.lines.count):\n\(wrong.prefix(30).joined(separator: "\n"))"
        )
    }

    @Test func `generated code keeps its text and loses its secrets`() throws {
        var dice = Dice(seed: 2026)
        let redactor = Redactor()
        var (planted, found, wrong) = (0, 0, 0)
        var samples: [String] = []
        for _ in 0..<600 {
            var text = ""
            var secrets: [Range<Int>] = []
            for _ in 0..<8 {
                if Int.random(in: 0..<3, using: &dice) == 0 {
                    let plant = dice.pick(Plant.table)
                    let placed = try #require(Plant.place(plant.make(&dice), in: dice.pick(plant.contexts)))
                    let start = text.utf8.count
                    secrets.append(start + placed.range.lowerBound..<start + placed.range.upperBound)
                    text += placed.text + "\n\n"
                } else {
                    text += dice.pick(OrdinaryText.lines) + "\n\n"
                }
            }
            let ranges = redactor.redact(text)?.redactions.map(\.range) ?? []
            planted += secrets.count
            found += secrets.filter { ranges.contains($0) }.count
            let extra = ranges.filter { !secrets.contains($0) }
            wrong += extra.count
            samples += extra.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
        }
        let recall = Double(found) / Double(planted)
        let precision = Double(found) / Double(found + wrong)
        print("redaction: \(planted) planted, recall \(recall), precision \(precision)")
        #expect(recall >= 0.97)
        #expect(precision >= 0.97, "\(samples.prefix(10))")
    }
}
