extension Scan {
    /// A PEM block of a private key, from BEGIN to END, or to its last line of base64 where it was cut off.
    mutating func visitPrivateKey(_ window: Int) {
        guard bytes.has("-BEGIN ", at: window) else { return }
        let start = bytes.start(of: .dash, before: window + 1, atMost: 5)
        let label = window + 7
        let labelEnd = bytes.end(of: [.upper, .digit, .blank], from: label, atMost: 60)
        guard bytes[labelEnd] == UInt8(ascii: "-"), bytes.contains("PRIVATE KEY", in: label..<labelEnd) else { return }
        let body = bytes.end(of: .dash, from: labelEnd, atMost: 5)
        let end = endOfBlock(body)
        guard let end, end - body >= 40, start >= decided else { return }
        keep(.privateKey, start..<end)
    }

    /// The end of the END line; the end of the base64 where none comes; nil where no key stands behind the header.
    private func endOfBlock(_ body: Int) -> Int? {
        var position = body
        var longest = 0
        var run = 0
        var lastLine = body
        let stop = min(bytes.count, body + 65536)
        while position < stop {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "n") || bytes[position + 1] == UInt8(ascii: "r")
            {
                position += 2
                run = 0
                continue
            }
            if byte.isOne(of: .base64Text) {
                run += 1
                if run > longest { longest = run }
                if run >= 16 { lastLine = position + 1 }
            } else {
                run = 0
                if byte == UInt8(ascii: "-"), bytes.has("-----", at: position) || bytes.has("---- END", at: position) {
                    guard longest >= 20, bytes.contains("END", in: position..<position + 9) else { break }
                    let label = bytes.end(of: .dash, from: position, atMost: 5)
                    let labelEnd = bytes.end(of: [.upper, .digit, .blank], from: label, atMost: 60)
                    return bytes.end(of: .dash, from: labelEnd, atMost: 5)
                }
                // Nothing of a block: the key ended without its END.
                if position - lastLine > 400 { break }
            }
            position += 1
        }
        guard longest >= 32 else { return nil }
        // A short last line belongs to the key too.
        var tail = lastLine
        while bytes[tail] == UInt8(ascii: "\\") && bytes[tail + 1] == UInt8(ascii: "n") { tail += 2 }
        tail = bytes.end(of: .newline, from: tail, atMost: 2)
        let tailEnd = bytes.end(of: .base64Text, from: tail, atMost: 80)
        let isLine =
            tailEnd == bytes.count || bytes[tailEnd].isOne(of: .newline) || bytes[tailEnd] == UInt8(ascii: "\\")
        return isLine && tailEnd > tail && Value(bytes, tail..<tailEnd).looksRandom ? tailEnd : lastLine
    }
}
