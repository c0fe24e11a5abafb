/// Reads XML that comes in pieces of any size, in bounded memory: elements with their attributes, and text.
///
/// It is no validator: entities of a document type are left as they stand, names are taken without their prefix, an end
/// tag ends the nearest element of its name. What no report has makes it `isBroken`: names without end, nesting without
/// end, a tag that is longer than `tagLimit`.
struct XMLReader {
    enum Event {
        case start(name: String, attributes: [String: String])
        case text(ByteView)
        case end(name: String)
    }

    private enum State { case text, tag, quoted(UInt8), comment, cdata, instruction, entity }

    static let depthLimit = 64
    static let tagLimit = 256 << 10
    /// Of one attribute.
    static let valueLimit = 32 << 10

    private(set) var isBroken = false
    /// The outermost element has ended.
    private(set) var isOver = false
    private var names: [String] = []
    private var state = State.text
    /// The tag or entity that is being read.
    private var buffer: [UInt8] = []
    /// How much of the end of a comment, section or instruction has been seen.
    private var matched = 0

    mutating func read(_ bytes: ByteView, _ take: (Event) -> Void) {
        var place = 0
        while place < bytes.count, !isBroken, !isOver {
            switch state {
            case .text: place = readText(bytes, place, take)
            case .entity: place = readEntity(bytes, place, take)
            case .comment: place = skip(bytes, place, to: "-->")
            case .instruction: place = skip(bytes, place, to: "?>")
            case .cdata: place = readSection(bytes, place, take)
            case .tag, .quoted: place = readTag(bytes, place, take)
            }
        }
    }

    private mutating func readText(_ bytes: ByteView, _ start: Int, _ take: (Event) -> Void) -> Int {
        let end = bytes.index(of: UInt8(ascii: "<"), from: start) ?? bytes.count
        let text = bytes.slice(start, end)
        if let mark = text.index(of: UInt8(ascii: "&")) {
            if mark > 0 { take(.text(text.upTo(mark))) }
            state = .entity
            buffer.removeAll(keepingCapacity: true)
            return start + mark + 1
        }
        if !text.isEmpty { take(.text(text)) }
        if end < bytes.count {
            state = .tag
            buffer.removeAll(keepingCapacity: true)
        }
        return end + 1
    }

    private mutating func readEntity(_ bytes: ByteView, _ start: Int, _ take: (Event) -> Void) -> Int {
        let byte = bytes[start]
        if byte != UInt8(ascii: ";"), buffer.count < 10, byte.isWord || byte == UInt8(ascii: "#") {
            buffer.append(byte)
            return start + 1
        }
        let isWhole = byte == UInt8(ascii: ";")
        var text = isWhole ? Self.entity(buffer) : nil
        if text == nil { text = [UInt8(ascii: "&")] + buffer + (isWhole ? [byte] : []) }
        text?.withUnsafeBytes { take(.text(ByteView($0))) }
        state = .text
        return isWhole ? start + 1 : start
    }

    private mutating func skip(_ bytes: ByteView, _ start: Int, to end: StaticString) -> Int {
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == end.utf8Start[matched] {
                matched += 1
                if matched == end.utf8CodeUnitCount {
                    state = .text
                    return place
                }
            } else if byte != end.utf8Start[0] {
                matched = 0
            } else if matched < 2 || end.utf8CodeUnitCount == 2 {
                // `--->` ends a comment as well: a third dash keeps the two before it.
                matched = 1
            }
        }
        return place
    }

    /// `]]>` ends a section; what of it has come is given when it turns out to be text.
    private mutating func readSection(_ bytes: ByteView, _ start: Int, _ take: (Event) -> Void) -> Int {
        if matched == 0 {
            let end = bytes.index(of: UInt8(ascii: "]"), from: start) ?? bytes.count
            if end > start { take(.text(bytes.slice(start, end))) }
            matched = end < bytes.count ? 1 : 0
            return end + 1
        }
        let byte = bytes[start]
        if byte == UInt8(ascii: "]") {
            if matched == 2 { Self.give("]", take) }
            matched = 2
            return start + 1
        }
        if byte == UInt8(ascii: ">"), matched == 2 {
            state = .text
            return start + 1
        }
        Self.give(matched == 2 ? "]]" : "]", take)
        matched = 0
        return start
    }

    private static func give(_ text: StaticString, _ take: (Event) -> Void) {
        take(.text(ByteView(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))))
    }

    // MARK: Tags

    private mutating func readTag(_ bytes: ByteView, _ start: Int, _ take: (Event) -> Void) -> Int {
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if case .quoted(let quote) = state {
                if byte == quote { state = .tag }
            } else if byte == UInt8(ascii: ">") {
                state = .text
                buffer.withUnsafeBytes { endTag(ByteView($0), take) }
                return place
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                state = .quoted(byte)
            }
            buffer.append(byte)
            if buffer.count == 3, buffer == Array("!--".utf8) {
                (state, matched) = (.comment, 0)
                return place
            }
            if buffer.count == 8, buffer == Array("![CDATA[".utf8) {
                (state, matched) = (.cdata, 0)
                return place
            }
            if buffer.count == 1, byte == UInt8(ascii: "?") {
                (state, matched) = (.instruction, 0)
                return place
            }
            if buffer.count > Self.tagLimit {
                isBroken = true
                return place
            }
        }
        return place
    }

    private mutating func endTag(_ tag: ByteView, _ take: (Event) -> Void) {
        if tag.first == UInt8(ascii: "!") { return }
        if tag.first == UInt8(ascii: "/") {
            let name = Self.local(tag.from(1).trimmed)
            while let last = names.popLast() {
                take(.end(name: last))
                if last == name { break }
            }
            isOver = names.isEmpty
            return
        }
        let isEmpty = tag.last == UInt8(ascii: "/")
        let body = isEmpty ? tag.upTo(tag.count - 1) : tag
        var end = 0
        while end < body.count, body[end] > 0x20 { end += 1 }
        guard end > 0, end < 128, body.first.isWord, names.count < Self.depthLimit else {
            isBroken = true
            return
        }
        let name = Self.local(body.upTo(end))
        names.append(name)
        take(.start(name: name, attributes: Self.attributes(body.from(end))))
        guard isEmpty else { return }
        names.removeLast()
        take(.end(name: name))
        isOver = names.isEmpty
    }
}
