/// The language of a piece of code without a name, by words and signs that few other languages have.
package enum LanguageGuess {
    /// More is not read.
    private static let most = 20_000

    /// - Returns: `nil` where nothing tells it, or two are as likely.
    package static func language(of code: String) -> String? {
        var code = code
        return code.withUTF8 { language(of: UnsafeBufferPointer(rebasing: $0.prefix(most))) }
    }

    private static func language(of text: UnsafeBufferPointer<UInt8>) -> String? {
        if let named = interpreter(in: text) { return named }
        let points = points(of: text)
        let ranked = points.indices.filter { points[$0] > 0 }.sorted {
            (points[$0], signs[$1].language) > (points[$1], signs[$0].language)
        }
        // A little is enough where nothing speaks for another one: snippets are short.
        guard let best = ranked.first, points[best] >= 2 || ranked.count == 1 else { return nil }
        let rivals = Set(ranked.prefix { points[$0] == points[best] }.map { signs[$0].language })
        if rivals.count == 1 { return signs[best].language }
        // What holds for both holds for the smaller one.
        if rivals == ["javascript", "typescript"] { return "javascript" }
        if rivals == ["c", "cpp"] { return "c" }
        return nil
    }

    /// `#!/usr/bin/env python3`
    private static func interpreter(in text: UnsafeBufferPointer<UInt8>) -> String? {
        guard text.starts(with: Array("#!".utf8)) else { return nil }
        let line = String(decoding: text.prefix { $0 != 0x0A }, as: UTF8.self)
        return [("python", "python"), ("node", "javascript"), ("ruby", "ruby"), ("php", "php"), ("sh", "shell")]
            .first { line.contains($0.0) }?.1
    }

    // MARK: - Signs

    struct Sign {
        var weight: Int
        var text: [UInt8]
        /// Of the line, blanks aside.
        var end: [UInt8] = []
        var isBegin = false

        static func begin(_ weight: Int, _ text: String, _ end: String = "") -> Sign {
            Sign(weight: weight, text: Array(text.utf8), end: Array(end.utf8), isBegin: true)
        }
        static func has(_ weight: Int, _ text: String) -> Sign { Sign(weight: weight, text: Array(text.utf8)) }
    }

    /// Signs by the two bytes that they begin with, so that a text is gone through once.
    private struct Index {
        var signs: [(language: Int, sign: Sign)] = []
        /// The first of `entries` for two bytes; 0 for none.
        var heads = [UInt16](repeating: 0, count: 1 << 16)
        var entries: [(sign: Int, next: UInt16)] = [(0, 0)]

        init() {
            for (language, pair) in LanguageGuess.signs.enumerated() {
                for sign in pair.signs {
                    signs.append((language, sign))
                    // What is one byte long stands under that and every other.
                    let seconds = sign.text.count > 1 ? Int(sign.text[1])...Int(sign.text[1]) : 0...255
                    for second in seconds { add(signs.count - 1, at: Int(sign.text[0]) << 8 | second) }
                }
            }
        }

        private mutating func add(_ sign: Int, at place: Int) {
            entries.append((sign, heads[place]))
            heads[place] = UInt16(entries.count - 1)
        }
    }

    private static let index = Index()

    /// What speaks for each language, each sign once.
    private static func points(of text: UnsafeBufferPointer<UInt8>) -> [Int] {
        let index = index
        var points = [Int](repeating: 0, count: signs.count)
        var seen = [Bool](repeating: false, count: index.signs.count)
        var isBegin = true
        for place in text.indices.dropLast() {
            let byte = text[place]
            var entry = Int(index.heads[Int(byte) << 8 | Int(text[place + 1])])
            while entry > 0 {
                let number = index.entries[entry].sign
                let (language, sign) = index.signs[number]
                if !seen[number], isBegin || !sign.isBegin, stands(sign, in: text, at: place) {
                    seen[number] = true
                    points[language] += sign.weight
                }
                entry = Int(index.entries[entry].next)
            }
            if byte == 0x0A { isBegin = true } else if byte != 0x20, byte != 0x09 { isBegin = false }
        }
        return points
    }

    private static func stands(_ sign: Sign, in text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        guard place + sign.text.count <= text.count else { return false }
        for offset in sign.text.indices where text[place + offset] != sign.text[offset] { return false }
        if sign.end.isEmpty { return true }
        var end = place
        while end < text.count, text[end] != 0x0A { end += 1 }
        while end > place, [0x20, 0x09, 0x0D].contains(text[end - 1]) { end -= 1 }
        return text[place..<end].suffix(sign.end.count).elementsEqual(sign.end)
    }
}
