import Testing
import Text

/// Random and mutated inputs, the same in every run: nothing crashes, and what can be compared is.
struct RandomTests {
    private struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }

        mutating func bytes(upTo limit: Int, from alphabet: [UInt8]) -> [UInt8] {
            (0..<Int.random(in: 0...limit, using: &self)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &self)]
            }
        }

        mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
            var bytes = bytes
            for _ in 0...Int.random(in: 0...2, using: &self) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &self)
                switch Int.random(in: 0..<4, using: &self) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &self)], at: place)
                default: bytes.removeLast(bytes.count - place)
                }
            }
            return bytes
        }
    }

    /// A slow and plain reader of JSON to compare with: says only whether it is JSON, and its numbers and strings' count.
    private struct Reference {
        var bytes: [UInt8]
        var position = 0
        var scalars = 0

        mutating func isValue() -> Bool {
            guard value() else { return false }
            space()
            return position == bytes.count
        }

        private var next: Character? { position < bytes.count ? Character(Unicode.Scalar(bytes[position])) : nil }

        private mutating func space() {
            while let next, next == " " || next == "\t" || next == "\r" || next == "\n" { position += 1 }
        }

        private mutating func take(_ text: String) -> Bool {
            guard bytes[position...].starts(with: text.utf8) else { return false }
            position += text.utf8.count
            return true
        }

        private mutating func value() -> Bool {
            space()
            scalars += 1
            if take("null") || take("true") || take("false") { return true }
            if next == "\"" { return string() }
            scalars -= 1
            if take("[") { return list(until: "]") { $0.value() } }
            if take("{") {
                return list(until: "}") {
                    $0.space()
                    guard $0.string() else { return false }
                    $0.space()
                    return $0.take(":") && $0.value()
                }
            }
            scalars += 1
            return number()
        }

        private mutating func list(until end: String, _ element: (inout Reference) -> Bool) -> Bool {
            space()
            if take(end) { return true }
            repeat {
                guard element(&self) else { return false }
                space()
            } while take(",")
            return take(end)
        }

        private mutating func string() -> Bool {
            guard take("\"") else { return false }
            while position < bytes.count {
                if take("\"") { return true }
                guard take("\\") else {
                    position += 1
                    continue
                }
                if take("u") {
                    guard bytes.count - position >= 4,
                        bytes[position..<position + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
                    else { return false }
                    position += 4
                } else {
                    guard let next, "\"\\/bfnrt".contains(next) else { return false }
                    position += 1
                }
            }
            return false
        }

        private mutating func number() -> Bool {
            _ = take("-")
            if !take("0") { guard digits() else { return false } }
            if take(".") { guard digits() else { return false } }
            guard take("e") || take("E") else { return true }
            _ = take("+") || take("-")
            return digits()
        }

        private mutating func digits() -> Bool {
            let start = position
            while let next, "0"..."9" ~= next { position += 1 }
            return position > start
        }
    }

    private static let records = [
        #"{"type":"user","message":{"role":"user","content":[{"type":"text","text":"a\n\u00e9\ud83d\ude00"}]},"n":[1,-2.5e3,0]}"#,
        #" [ true , false , null , "" , {} , [] , "\\\"" , 1E+2 ] "#,
        #""a string with a few more bytes than sixteen \t é 日本""#, "-0.10",
    ].map { Array($0.utf8) }

    /// Walks all of a value, using everything it offers, and counts its scalars.
    private func walk(_ value: JSONValue) -> Int {
        _ = (value.string, value.int, value.double, value.bool, value.source.utf8.count == value.sourceLength)
        var scalars = 0
        switch value.kind {
        case .array: for element in value.elements { scalars += walk(element) }
        case .object: for (_, member) in value.members { scalars += walk(member) }
        default: scalars = 1
        }
        _ = (value["type"].equals("user"), value[1].count)
        return scalars
    }

    @Test func `JSON is accepted and rejected as the grammar says`() {
        var random = Random(state: 1)
        let tape = JSONTape()
        let alphabet = Array(#"{}[]",:\u0e-.1truefalsn \#t"#.utf8)
        var accepted = 0
        for round in 0..<8_000 {
            let bytes =
                round % 4 == 0
                ? random.bytes(upTo: 12, from: alphabet) : random.mutated(Self.records[round % Self.records.count])
            var reference = Reference(bytes: bytes)
            let isValue = reference.isValue()
            let scalars = bytes.withUnsafeBytes { bytes in (try? tape.parse(bytes)).map(walk) }
            #expect((scalars != nil) == isValue, "\(String(decoding: bytes, as: UTF8.self))")
            if let scalars { #expect(scalars == reference.scalars) }
            accepted += isValue ? 1 : 0
        }
        #expect(accepted > 500)
    }

    @Test func `lines lie in the file one after the other, and shortened ones stay JSON`() throws {
        var random = Random(state: 2)
        let tape = JSONTape()
        var valid = 0
        for round in 0..<2_000 {
            let record = Self.records[round % Self.records.count]
            let isMutated = round % 2 == 0
            let lines = (0..<3).map { _ in isMutated ? random.mutated(record) : record }
            let bytes = Array(lines.joined(separator: [0x0A]))
            let file = TemporaryFile(bytes)
            let reader = LineReader(
                descriptor: file.descriptor, limit: Int.random(in: 0...150, using: &random),
                longString: Int.random(in: 0...20, using: &random), direct: Int.random(in: 0...60, using: &random))
            var end: Int64 = 0
            while let line = try reader.next() {
                #expect(line.start == end && line.end > line.start)
                end = line.end
                if !isMutated, !line.isTooLong {
                    #expect(throws: Never.self) { _ = try tape.parse(line.bytes) }
                    valid += 1
                }
            }
            #expect(end == Int64(bytes.count))
        }
        #expect(valid > 1_000)
    }

    @Test func `times survive the way to text and back, and mutated ones do not crash`() {
        var random = Random(state: 3)
        for _ in 0..<4_000 {
            let time = Timestamp(
                milliseconds: Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random))
            #expect(Timestamp(iso: time.iso) == time)
            let mutated = random.mutated(Array(time.iso.utf8))
            _ = mutated.withUnsafeBytes { Timestamp(iso: $0)?.iso }
            let any = Timestamp(milliseconds: Int64.random(in: .min ... .max, using: &random))
            _ = (any.iso, any.age(at: time), time.age(at: any))
        }
    }

    @Test func `text made visible has nothing left to show, and is cut to its columns`() {
        var random = Random(state: 4)
        let scalars: [ClosedRange<UInt32>] = [
            0...0xFF, 0x200...0x700, 0x1100...0x11FF, 0x2000...0x27FF, 0x3000...0x3200, 0xFE00...0xFFFF,
            0x1F000...0x1FAFF,
            0xE0000...0xE01FF, 0...0x10FFFF,
        ]
        for _ in 0..<6_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let range = scalars[Int.random(in: 0..<scalars.count, using: &random)]
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
                    text.unicodeScalars.append(scalar)
                }
            }
            let shown = Visible.text(text)
            #expect(!Visible.isNeeded(for: shown))
            let width = shown.displayWidth
            #expect(width <= shown.utf8.count)
            #expect(shown.clusters.reduce(0) { $0 + 1 + $1.combining.count } <= shown.unicodeScalars.count)
            let columns = Int.random(in: 0...20, using: &random)
            let cut = shown.truncated(to: columns)
            #expect(cut.displayWidth <= columns)
            if width <= columns { #expect(cut == shown) }
            #expect(cut.padded(to: columns).displayWidth == columns)
        }
    }
}
