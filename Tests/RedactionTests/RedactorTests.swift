import Redaction
import Testing

struct RedactorTests {
    private let redactor = Redactor()

    @Test func `a text without secrets gives nothing`() {
        for text in ["", "a", "to", "pwd", "key", "let x = 1\n", "Grüße, 世界 🙂"] {
            #expect(redactor.redact(text) == nil)
        }
    }

    @Test func `the marker says the kind and both ranges are told`() throws {
        var dice = Dice(seed: 1)
        let secret = Plant.password(&dice)
        let text = "é: \"password\": \"\(secret)\" and on"
        let redacted = try #require(redactor.redact(text))
        let redaction = try #require(redacted.redactions.first)
        #expect(redacted.text == "é: \"password\": \"⟦redacted:password⟧\" and on")
        #expect(String(decoding: Array(text.utf8)[redaction.range], as: UTF8.self) == secret)
        #expect(
            String(decoding: Array(redacted.text.utf8)[redaction.markerRange], as: UTF8.self)
                == Redaction.marker(.password))
    }

    @Test func `markers are found again and foreign brackets are not`() {
        let text = "⟦redacted:jwt⟧ ⟦redacted:unheard-of⟧ ⟦redacted: ⟦redacted:url-password⟧⟧"
        #expect(Redaction.markers(in: text).map(\.kind) == [.jwt, .urlPassword])
        #expect(Redaction.markers(in: text).first?.range == 0..<18)
        for kind in SecretKind.allCases { #expect(Redaction.markers(in: Redaction.marker(kind)).map(\.kind) == [kind]) }
    }

    @Test func `redacting twice changes nothing`() throws {
        var dice = Dice(seed: 3)
        for plant in Plant.table {
            for context in plant.contexts {
                let placed = try #require(Plant.place(plant.make(&dice), in: context))
                guard let once = redactor.redact(placed.text + dice.pick(OrdinaryText.code)) else { continue }
                #expect(redactor.redact(once.text) == nil, "\(once.text)")
                #expect(Redaction.markers(in: once.text).map(\.range) == once.redactions.map(\.markerRange))
            }
        }
    }

    @Test func `an AWS secret key beside its id is taken too`() {
        var dice = Dice(seed: 4)
        let id = ["AK", "IA"].joined() + dice.text(16, of: Alphabet.capital + "234567")
        let secret = dice.text(40, of: Alphabet.base64)
        let kinds = redactor.redact("keys: \(id) / \(secret)\n")?.redactions.map(\.kind)
        #expect(kinds == [.awsAccessKeyID, .awsSecretAccessKey])
        #expect(redactor.redact("\(secret)\n") == nil)
    }

    @Test func `a private key that was cut off is taken up to its last line`() throws {
        var dice = Dice(seed: 5)
        let whole = Plant.pem("EC ", "\n", lines: 12, &dice)
        let cut = String(whole.utf8.prefix(500)) ?? ""
        #expect(redactor.redact("see\n" + cut)?.text == "see\n⟦redacted:private-key⟧")
        let followed =
            whole.utf8.split(separator: 0x0A).prefix(6).map { String($0) ?? "" }.joined(separator: "\n")
            + "\n\nThat was it."
        #expect(redactor.redact(followed)?.text == "⟦redacted:private-key⟧\n\nThat was it.")
    }

    @Test(arguments: [".env", "app/.env.local", "deploy/prod.env", "/home/a/.envrc"])
    func `in a file of settings any value that looks random is taken`(path: String) {
        var dice = Dice(seed: 6)
        let value = dice.text(32, of: Alphabet.alphanumeric)
        let text =
            "# MIX=\(value)\nPORT=8080\nWEATHER=\(value)\nURL=https://host.dev/a1b2\nGIT_SHA=\(dice.text(40, of: Alphabet.hex))\n"
        #expect(redactor.redact(text, path: path)?.redactions.map(\.kind) == [.environmentValue])
        #expect(redactor.redact(text, path: "notes.md") == nil)
    }

    @Test func `every beginning and every damaged byte of a text is survived`() throws {
        var dice = Dice(seed: 8)
        for plant in Plant.table {
            let text = try #require(Plant.place(plant.make(&dice), in: dice.pick(plant.contexts))).text
            var bytes = Array(text.utf8.prefix(300))
            for end in stride(from: 0, to: bytes.count, by: 7) {
                _ = redactor.redact(String(decoding: bytes[..<end], as: UTF8.self))
            }
            for _ in 0..<10 where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
                _ = redactor.redact(String(decoding: bytes, as: UTF8.self))
            }
        }
    }
}
