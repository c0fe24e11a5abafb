/// Takes a tar archive apart as its bytes come: ustar, GNU's and pax's long names.
struct TarReader {
    private var pending: [UInt8] = []
    private var file: ReleaseFile?
    /// What is still to come of the file, and of the padding behind it.
    private var left = 0
    private var padding = 0
    private var kind = UInt8(ascii: "0")
    private var longName: String?
    private(set) var isBroken = false
    private(set) var isEnded = false
    private(set) var count = 0
    /// Links and devices, which hold nothing.
    private(set) var links: [String] = []

    var isWhole: Bool { isEnded || left == 0 && file == nil && pending.isEmpty && count > 0 }

    /// - Parameter take: a file that is complete.
    mutating func push(_ bytes: ArraySlice<UInt8>, take: (ReleaseFile) -> Void) -> Bool {
        var bytes = bytes
        while !bytes.isEmpty, !isBroken, !isEnded {
            if left > 0 {
                let part = bytes.prefix(left)
                if let room = file.map({ ReleaseFile.longest - $0.bytes.count }), room > 0 {
                    file?.bytes.append(contentsOf: part.prefix(room))
                }
                left -= part.count
                bytes = bytes.dropFirst(part.count)
                if left == 0 { finish(take) }
                continue
            }
            if padding > 0 {
                let part = min(padding, bytes.count)
                padding -= part
                bytes = bytes.dropFirst(part)
                continue
            }
            let part = bytes.prefix(512 - pending.count)
            pending.append(contentsOf: part)
            bytes = bytes.dropFirst(part.count)
            if pending.count == 512 { header(take) }
        }
        return !isBroken && !isEnded
    }

    private mutating func header(_ take: (ReleaseFile) -> Void) {
        let block = pending
        pending = []
        if block.allSatisfy({ $0 == 0 }) {
            isEnded = true
            return
        }
        // "The chksum field … all bytes of it taken as blanks."
        var sum = 0
        for (place, byte) in block.enumerated() { sum += (148..<156).contains(place) ? 0x20 : Int(byte) }
        guard let wanted = number(block[148..<156]), wanted == sum, let size = number(block[124..<136]), size >= 0
        else {
            isBroken = true
            return
        }
        kind = block[156]
        var name = text(block[0..<100])
        if block[257..<262].elementsEqual("ustar".utf8), block[345] != 0, block[262] == 0 {
            name = text(block[345..<500]) + "/" + name
        }
        count += 1
        left = size
        padding = (512 - size % 512) % 512
        file = ReleaseFile(path: longName ?? name, size: size, bytes: [])
        if ![UInt8(ascii: "L"), UInt8(ascii: "x"), UInt8(ascii: "K"), UInt8(ascii: "g")].contains(kind) {
            longName = nil
        }
        if left == 0 { finish(take) }
    }

    private mutating func finish(_ take: (ReleaseFile) -> Void) {
        guard let done = file else { return }
        file = nil
        switch kind {
        case UInt8(ascii: "L"): longName = text(done.bytes[...])
        case UInt8(ascii: "x"): longName = paxPath(done.bytes) ?? longName
        case UInt8(ascii: "0"), 0, UInt8(ascii: "7"):
            if !done.path.hasSuffix("/") { take(done) }
        case UInt8(ascii: "1"), UInt8(ascii: "2"): links.append(done.path)
        default: break
        }
    }

    /// `28 path=a/long/name\n`
    private func paxPath(_ bytes: [UInt8]) -> String? {
        for record in bytes.split(separator: 0x0A) {
            let line = String(decoding: record, as: UTF8.self)
            if let mark = line.firstRange(of: " path=") { return String(line[mark.upperBound...]) }
        }
        return nil
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// Octal digits, or of large files a number of 256s behind a set first bit.
    private func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        if let first = bytes.first, first & 0x80 != 0 {
            return bytes.suffix(8).reduce(0) { $0 > Int.max >> 9 ? $0 : $0 << 8 | Int($1) }
        }
        let digits = String(decoding: bytes.filter { $0 >= 0x30 && $0 < 0x38 }, as: UTF8.self)
        return digits.isEmpty ? 0 : Int(digits, radix: 8)
    }
}
