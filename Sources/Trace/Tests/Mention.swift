/// A place that words name: `TypeError shop/pricing.py:5`, as in an alarm's title.
enum Mention {
    /// The places in the text, at most `limit`, and the exception that the words name.
    static func find(_ text: ByteView, limit: Int = 8) -> (header: Header?, frames: [Frame]) {
        var frames: [Frame] = []
        var next = 1
        while frames.count < limit, let colon = text.index(of: UInt8(ascii: ":"), from: next) {
            next = colon + 1
            guard let line = text.number(at: colon + 1), line.value > 0, !text[line.end].isLetter else { continue }
            // The name ends at the colon and begins after a blank, a quote or a bracket.
            var start = colon
            while start > 0, colon - start < 512, isPath(text[start - 1]) { start -= 1 }
            let file = text.slice(start, colon)
            guard Location.isFile(file), !file.contains("://"), FileName.language(file) != nil else { continue }
            var frame = Frame(file: file.text(), line: line.value)
            if text[line.end] == UInt8(ascii: ":"), let column = text.number(at: line.end + 1) {
                frame.column = column.value
                next = column.end
            }
            frames.append(frame)
        }
        guard !frames.isEmpty else { return (nil, []) }
        return (Self.header(text), frames)
    }

    /// The first word that ends as exceptions do, whatever follows it.
    static func header(_ text: ByteView) -> Header? {
        if let header = Header.find(text), header.certainty == .exception { return header }
        var place = 0
        let text = text.upTo(1024)
        while place < text.count {
            let start = place
            while text[place].isWord || (text[place] == UInt8(ascii: ".") && text[place + 1].isWord) { place += 1 }
            if place > start, Header.endsAsException(text.slice(start, place)), text[start].isLetter,
                let header = Header(text.upTo(place), at: start)
            {
                var found = header
                found.message = text.from(place).trimmed
                return found
            }
            if place == start { place += 1 }
        }
        return nil
    }

    private static func isPath(_ byte: UInt8) -> Bool {
        if byte.isWord { return true }
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "\\"), UInt8(ascii: "+"),
            UInt8(ascii: "@"), UInt8(ascii: "~"), UInt8(ascii: "$"):
            return true
        default: return false
        }
    }
}
