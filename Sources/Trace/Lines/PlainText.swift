/// Text without the codes that colour it and without escapes of other texts around it.
enum PlainText {
    /// Without terminal codes: `ESC [ … letter`, `ESC ] … BEL`, `ESC` and one byte.
    static func withoutCodes(_ line: ByteView) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(line.count)
        var place = 0
        while let escape = line.index(of: 0x1B, from: place) {
            plain.append(contentsOf: line.slice(place, escape).raw)
            place = after(escape, in: line)
        }
        plain.append(contentsOf: line.from(place).raw)
        return plain
    }

    private static func after(_ escape: Int, in line: ByteView) -> Int {
        switch line[escape + 1] {
        case UInt8(ascii: "["):
            var place = escape + 2
            while place < line.count, line[place] < 0x40 {
                if line[place] < 0x20 { return place }
                place += 1
            }
            return place + 1
        case UInt8(ascii: "]"):
            // To BEL or ESC \; where neither comes soon it is no such code.
            var place = escape + 2
            while place < min(line.count, escape + 2048), line[place] != 0x07, line[place] != 0x1B { place += 1 }
            if line[place] == 0x07 { return place + 1 }
            return line[place] == 0x1B && line[place + 1] == UInt8(ascii: "\\") ? place + 2 : escape + 2
        case UInt8(ascii: "("), UInt8(ascii: ")"): return escape + 3
        case 0: return escape + 1
        default: return escape + 2
        }
    }

    /// One level of `\n`, `\t`, `\"`, `\\`, `\r`, `\/` and `\u001b` undone, as in strings of most languages.
    static func unescaped(_ line: ByteView) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(line.count)
        var place = 0
        while let slash = line.index(of: UInt8(ascii: "\\"), from: place) {
            plain.append(contentsOf: line.slice(place, slash).raw)
            place = slash + 2
            switch line[slash + 1] {
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "r"): break
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"):
                plain.append(line[slash + 1])
            case UInt8(ascii: "u"):
                guard let scalar = scalar(line, at: slash + 2) else {
                    plain.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
                    break
                }
                plain.append(contentsOf: Character(scalar).utf8)
                place = slash + 6
            case 0: plain.append(UInt8(ascii: "\\"))
            default: plain.append(contentsOf: [UInt8(ascii: "\\"), line[slash + 1]])
            }
        }
        plain.append(contentsOf: line.from(place).raw)
        return plain
    }

    private static func scalar(_ line: ByteView, at place: Int) -> Unicode.Scalar? {
        var value: UInt32 = 0
        for digit in place..<place + 4 {
            let byte = line[digit]
            guard byte.isHex else { return nil }
            value = value << 4 | UInt32(byte.isDigit ? byte - 0x30 : (byte | 0x20) - 0x61 + 10)
        }
        return Unicode.Scalar(value)
    }

    /// `%0A`, `%0D` and `%25` undone, as in a workflow command.
    static func withoutPercents(_ line: ByteView) -> [UInt8] {
        var plain: [UInt8] = []
        var place = 0
        while let percent = line.index(of: UInt8(ascii: "%"), from: place) {
            plain.append(contentsOf: line.slice(place, percent).raw)
            place = percent + 3
            if line.has("%0A", at: percent) {
                plain.append(0x0A)
            } else if line.has("%25", at: percent) {
                plain.append(UInt8(ascii: "%"))
            } else if line.has("%3A", at: percent) {
                plain.append(UInt8(ascii: ":"))
            } else if line.has("%2C", at: percent) {
                plain.append(UInt8(ascii: ","))
            } else if !line.has("%0D", at: percent) {
                plain.append(UInt8(ascii: "%"))
                place = percent + 1
            }
        }
        plain.append(contentsOf: line.from(place).raw)
        return plain
    }
}
