/// Bytes compared without regard to case.
enum ASCII {
    @inline(__always)
    static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    /// - Parameter word: in lower case.
    static func has(_ word: String, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        place(of: word, in: bytes) != nil
    }

    /// - Parameter pattern: a word in lower case; `^` before it holds it to the begin of the text.
    static func fits(_ pattern: String, _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard pattern.hasPrefix("^") else { return has(pattern, in: text) }
        let word = pattern.utf8.dropFirst()
        let begin = text.prefix(word.count)
        return begin.count == word.count && zip(begin, word).allSatisfy { lower($0) == $1 }
    }

    static func place(of word: String, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var word = word
        return word.withUTF8 { place(of: $0, in: bytes) }
    }

    private static func place(
        of wanted: UnsafeBufferPointer<UInt8>, in text: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Int? {
        guard let first = wanted.first else { return text.startIndex }
        let bytes = text.base
        var place = text.startIndex
        let last = text.endIndex - wanted.count
        while place <= last {
            if lower(bytes[place]) == first {
                var step = 1
                while step < wanted.count, lower(bytes[place + step]) == wanted[step] { step += 1 }
                if step == wanted.count { return place }
            }
            place += 1
        }
        return nil
    }

    static func equals(_ word: String, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.count == word.utf8.count && zip(bytes, word.utf8).allSatisfy { lower($0) == $1 }
    }

    static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    /// A part of a name: `key` of `api_key` and `apiKey`, but not of `monkey`.
    static func hasPart(_ word: String, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = bytes
        while let start = place(of: word, in: rest) {
            let end = start + word.utf8.count
            let begins = start == bytes.startIndex || !isLetter(bytes[start - 1]) || bytes[start] & 0x20 == 0
            let ends =
                end == bytes.endIndex || !isLetter(bytes[end]) || bytes[end] & 0x20 == 0 || bytes[end] | 0x20 == 0x73
            if begins, ends { return true }
            rest = bytes[(start + 1)...]
        }
        return false
    }

    static func isWord(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F || byte >= 0x80
    }

    /// `-`, `+`, `.`, ` `, `#`, and what says how long a number is: `%-5.2lf`.
    static func isLengthOfFormat(_ byte: UInt8) -> Bool { "-+. #lhzjt".utf8.contains(byte) }

    /// What writes a number, or a percent sign: `%d`, `%x`, `%%`.
    static func isNumberOfFormat(_ byte: UInt8) -> Bool { "diuxXofFeEgGb%".utf8.contains(byte) }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
