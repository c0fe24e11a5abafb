extension XMLReader {
    /// Without the prefix of its namespace.
    static func local(_ name: ByteView) -> String {
        (name.lastIndex(of: UInt8(ascii: ":")).map { name.from($0 + 1) } ?? name).text(128)
    }

    static func attributes(_ text: ByteView) -> [String: String] {
        var attributes: [String: String] = [:]
        var place = 0
        while attributes.count < 64, let equals = text.index(of: UInt8(ascii: "="), from: place) {
            let name = text.slice(place, equals).trimmed
            var open = equals + 1
            while open < text.count, text[open] <= 0x20 { open += 1 }
            let quote = text[open]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                let close = text.index(of: quote, from: open + 1)
            else { break }
            let start = name.raw.firstIndex { $0 > 0x20 } ?? 0
            attributes[local(name.from(start))] = unescaped(text.slice(open + 1, close).upTo(valueLimit))
            place = close + 1
        }
        return attributes
    }

    private static func unescaped(_ text: ByteView) -> String {
        guard text.index(of: UInt8(ascii: "&")) != nil else { return text.text(valueLimit) }
        var plain: [UInt8] = []
        var place = 0
        while let mark = text.index(of: UInt8(ascii: "&"), from: place) {
            plain.append(contentsOf: text.slice(place, mark).raw)
            if let end = text.upTo(mark + 12).index(of: UInt8(ascii: ";"), from: mark),
                let entity = entity(Array(text.slice(mark + 1, end).raw))
            {
                plain += entity
                place = end + 1
            } else {
                plain.append(UInt8(ascii: "&"))
                place = mark + 1
            }
        }
        plain.append(contentsOf: text.from(place).raw)
        return String(decoding: plain, as: UTF8.self)
    }

    /// What `amp`, `#10` or `#xA` stands for.
    static func entity(_ name: [UInt8]) -> [UInt8]? {
        switch String(decoding: name, as: UTF8.self) {
        case "amp": return Array("&".utf8)
        case "lt": return Array("<".utf8)
        case "gt": return Array(">".utf8)
        case "quot": return Array("\"".utf8)
        case "apos": return Array("'".utf8)
        default: break
        }
        guard name.first == UInt8(ascii: "#") else { return nil }
        let digits = String(decoding: name.dropFirst(), as: UTF8.self)
        let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { Array(Character($0).utf8) }
    }
}
