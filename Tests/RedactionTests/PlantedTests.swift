import Redaction
import Testing

struct PlantedTests {
    @Test(arguments: SecretKind.allCases.filter { $0 != .environmentValue })
    func `every kind of secret is taken out whole, wherever it stands`(kind: SecretKind) throws {
        var dice = Dice(seed: 7)
        let redactor = Redactor()
        var planted = 0
        var missed: [String] = []
        for plant in Plant.table where plant.kind == kind {
            for context in plant.contexts + plant.contexts where plant.contexts.count >= 4 || planted < 40 {
                for _ in 0..<(plant.contexts.count < 4 ? 4 : 1) {
                    let secret = plant.make(&dice)
                    let (text, range) = try #require(Plant.place(secret, in: context))
                    planted += 1
                    let redactions = redactor.redact(text)?.redactions ?? []
                    if redactions.map(\.range) != [range] || redactions.first?.kind != kind {
                        missed.append(
                            "\(redactions.map { "\($0.kind.rawValue) \($0.range)" }) of \(range) in \(text.prefix(200))"
                        )
                    }
                }
            }
        }
        #expect(planted >= 8)
        #expect(
            missed.count * 50 <= planted, "\(missed.count) of \(planted): \(missed.prefix(6).joined(separator: "\n"))")
    }
}
