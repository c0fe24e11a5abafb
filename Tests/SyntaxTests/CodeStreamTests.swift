import Testing

@testable import Syntax

struct CodeStreamTests {
    @Test(arguments: [
        (
            "python", "def pay(order, amount):\n    return charge(order, 'card', amount)\n",
            "def pay(\n    order,\n    amount,\n):\n        return charge(order, \"card\", amount)\n"
        ),
        (
            "javascript", "const pay = order => charge(order, 'card')\n",
            "const pay = (order) =>\r\n\tcharge(order, \"card\");\r\n"
        ),
        ("go", "x := pay(a, b) // the first\n", "x  :=  pay(a,\n\tb,\n)  //the first\n"),
    ])
    func `what a formatter changes changes no token`(language: String, one: String, other: String) {
        #expect(CodeStream(one, language: language).hashes == CodeStream(other, language: language).hashes)
    }

    @Test(arguments: [
        "charge(order, 'cash', amount)", "charge(order, 'card', total)", "charge(order + 'card', amount)",
    ])
    func `what a person changes does`(changed: String) {
        let code = CodeStream("charge(order, 'card', amount)", language: "python")
        #expect(CodeStream(changed, language: "python").hashes != code.hashes)
    }

    @Test
    func `tokens know their bytes, their line and how many a person counts before them`() {
        let text = "# why so\nf(a, 'b c')\n\ng()\n"
        let code = CodeStream(text, language: "python")
        let bytes = Array(text.utf8)
        let words = (0..<code.count).map {
            String(decoding: bytes[Int(code.starts[$0])..<Int(code.ends[$0])], as: UTF8.self)
        }
        #expect(words == ["why", "so", "f", "a", "b", "c", "g"])
        #expect(code.lines == [0, 0, 1, 1, 1, 1, 3])
        #expect(code.tokens(ofLine: 1) == 2..<6)
        #expect(code.tokens(ofLine: 2).isEmpty)
        #expect(code.lineCount == 5)
        // A comment counts nothing; `f ( a , 'b c' )` are six.
        #expect(code.weight(of: 0..<2) == 0)
        #expect(code.weight(of: 2..<6) == 6)
    }

    @Test
    func `any bytes are read, with every line`() {
        var dice = Dice(seed: 5)
        for _ in 0..<300 {
            let bytes = (0..<dice.roll(400)).map { _ in UInt8(truncatingIfNeeded: dice.roll(256)) }
            let text = String(decoding: bytes, as: UTF8.self)
            for language in ["python", "swift", "typescript", nil] {
                let code = CodeStream(text, language: language, isPiece: dice.roll(2) == 0)
                #expect(code.lineCount == text.utf8.count { $0 == 0x0A } + 1)
                #expect(code.ordinals.count == code.count + 1)
                #expect(zip(code.starts, code.ends).allSatisfy { $0 < $1 })
            }
        }
    }
}
