extension Scan {
    /// `Bearer …`, `Basic …`, and the values of a `Cookie:` header.
    mutating func visitScheme(_ window: Int) {
        guard bytes.beginsToken(at: window) || bytes[window - 1] == UInt8(ascii: "-") else { return }
        if bytes.hasIgnoringCase("bearer", at: window), bytes[window + 6].isOne(of: .blank) {
            visitBearer(bytes.end(of: .blank, from: window + 6, atMost: 8))
        } else if bytes.hasIgnoringCase("basic", at: window), bytes[window + 5].isOne(of: .blank) {
            visitBasic(bytes.end(of: .blank, from: window + 5, atMost: 8))
        } else if bytes.hasIgnoringCase("cookie", at: window) {
            visitCookies(window + 6)
        }
    }

    private mutating func visitBearer(_ start: Int) {
        var end = bytes.end(of: .anyToken, from: start, atMost: 1024)
        while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        // The shapes and web tokens have rules of their own, which name them better.
        guard end - start >= 16, token(at: start) == nil else { return }
        let value = Value(bytes, start..<end)
        guard value.isSecret(of: .authorization, in: .bare) else { return }
        keep(.authorization, value.range)
    }

    /// The base64 of `user:password`.
    private mutating func visitBasic(_ start: Int) {
        let end = bytes.end(of: .base64Text, from: start, atMost: 512)
        guard end - start >= 8 else { return }
        let pair = Base64.decode(bytes, start..<end)
        guard let colon = pair.firstIndex(of: UInt8(ascii: ":")), colon + 3 < pair.count,
            pair.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
        else { return }
        let isPlaceholder = pair.withUnsafeBufferPointer { Value(Bytes($0), colon + 1..<pair.count).isPlaceholder }
        if !isPlaceholder { keep(.authorization, start..<end) }
    }

    /// `Cookie: a=…; b=…` and `Set-Cookie: a=…`: every value that looks random.
    private mutating func visitCookies(_ end: Int) {
        var position = end
        while position < end + 3, bytes[position].isOne(of: .quote) || bytes[position] == UInt8(ascii: "\\") {
            position += 1
        }
        guard bytes[position] == UInt8(ascii: ":") else { return }
        position += 1
        while position < end + 12, bytes[position].isOne(of: [.blank, .quote]) || bytes[position] == UInt8(ascii: "\\")
        {
            position += 1
        }
        for _ in 0..<64 {
            let name = bytes.end(of: .dotted, from: position, atMost: 80)
            guard name > position, bytes[name] == UInt8(ascii: "=") else { return }
            var stop = name + 1
            while stop < name + 4096, stop < bytes.count, !bytes[stop].isOne(of: [.blank, .newline, .delimiter]) {
                stop += 1
            }
            let value = Value(bytes, name + 1..<stop)
            if value.count >= 16, token(at: name + 1) == nil,
                value.isSecret(of: .cookie, in: .bare)
            {
                keep(.cookie, value.range)
            }
            guard bytes[stop] == UInt8(ascii: ";") else { return }
            position = bytes.end(of: .blank, from: stop + 1, atMost: 8)
        }
    }
}
