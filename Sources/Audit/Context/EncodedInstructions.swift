import Provenance

/// Instructions in base64: a model reads them as they stand, a person does not.
enum EncodedInstructions {
    /// Shorter ones hold no sentence.
    private static let shortest = 20
    /// Of a longer one so much is read.
    private static let longest = 4096

    static func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [HiddenHit] {
        values.withUnsafeBufferPointer { values in hits(in: bytes, values) }
    }

    private static func hits(
        in bytes: UnsafeBufferPointer<UInt8>, _ values: UnsafeBufferPointer<UInt8>
    ) -> [HiddenHit] {
        let none = 0xFF as UInt8
        var hits: [HiddenHit] = []
        var line = 1
        var place = 0
        while place < bytes.count, hits.count < 32 {
            let start = place
            while place < bytes.count, values[Int(bytes[place])] != none { place += 1 }
            if place - start >= shortest, let text = decoded(bytes[start..<min(place, start + longest)]),
                SpokenInstructions.areIn(text)
            {
                let words = String(decoding: text.prefix(60), as: UTF8.self)
                hits.append(
                    HiddenHit(
                        rule: .hiddenInstructions, offset: start, line: line,
                        message: "The text speaks to the model in base64: \"\(words)\"."))
            }
            while place < bytes.count, values[Int(bytes[place])] == none {
                if bytes[place] == 0x0A { line += 1 }
                place += 1
            }
        }
        return hits
    }

    /// `nil` for what is no text of words.
    private static func decoded(_ code: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
        var text: [UInt8] = []
        text.reserveCapacity(code.count * 3 / 4)
        var (bits, count, blanks) = (UInt32(0), 0, 0)
        for byte in code {
            bits = bits << 6 | UInt32(values[Int(byte)])
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            let letter = UInt8(truncatingIfNeeded: bits >> UInt32(count))
            guard letter >= 0x20 && letter < 0x7F || letter == 0x0A else { return nil }
            if letter == 0x20 { blanks += 1 }
            text.append(letter)
        }
        return blanks >= 2 ? text : nil
    }

    private static let none: UInt8 = 0xFF
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: none, count: 256)
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, letter) in letters.utf8.enumerated() { values[Int(letter)] = UInt8(value) }
        values[Int(UInt8(ascii: "-"))] = 62
        values[Int(UInt8(ascii: "_"))] = 63
        return values
    }()
}
