/// A few words, all looked for at once in a text, their case aside.
struct TextWords: Sendable {
    typealias Text = Slice<UnsafeBufferPointer<UInt8>>

    private let words: [[UInt8]]
    /// For each byte, which words begin with it, a bit each; and which have it as their second.
    private var first: [UInt32] = Array(repeating: 0, count: 256)
    private var second: [UInt32] = Array(repeating: 0, count: 256)

    /// - Parameter words: in lower case.
    init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }.filter { !$0.isEmpty }
        for (place, word) in self.words.enumerated() {
            let bit: UInt32 = 1 << UInt32(place & 31)
            for byte in UInt8.min...UInt8.max {
                let lower = ASCII.lower(byte)
                if lower == word[0] { first[Int(byte)] |= bit }
                if word.count == 1 || lower == word[1] { second[Int(byte)] |= bit }
            }
        }
    }

    var isEmpty: Bool { words.isEmpty }

    func isIn(_ text: Text) -> Bool {
        var isFound = false
        forEach(in: text) { _, _ in
            isFound = true
            return false
        }
        return isFound
    }

    /// - Parameter body: takes where a word begins, and its number; false ends the search.
    @inline(__always)
    func forEach(in text: Text, _ body: (_ place: Int, _ word: Int) -> Bool) {
        let (bytes, end) = (text.base, text.endIndex)
        first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in
                var place = text.startIndex
                while place < end {
                    let begins = first[Int(bytes[place])]
                    if begins != 0 {
                        let mask = place + 1 < end ? begins & second[Int(bytes[place + 1])] : begins
                        if mask != 0, !hits(mask, bytes, place, end, body) { return }
                    }
                    place &+= 1
                }
            }
        }
    }

    private func hits(
        _ mask: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int, _ body: (Int, Int) -> Bool
    ) -> Bool {
        for (number, word) in words.enumerated()
        where mask >> UInt32(number & 31) & 1 == 1 && word.count <= end - place {
            var step = 0
            while step < word.count, ASCII.lower(bytes[place + step]) == word[step] { step += 1 }
            if step == word.count, !body(place, number) { return false }
        }
        return true
    }
}
