/// The backslash escapes of `$'…'`, `printf` and `echo -e`.
enum ShellEscapes {
    /// - Returns: The bytes, and whether `\c` ended them early.
    static func decode(_ escaped: some Collection<UInt8>) -> (bytes: [UInt8], isCut: Bool) {
        let source = Array(escaped)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let byte = source[index]
            index += 1
            guard byte == UInt8(ascii: "\\"), index < source.count else {
                bytes.append(byte)
                continue
            }
            let letter = source[index]
            index += 1
            switch letter {
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "a"): bytes.append(0x07)
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "e"), UInt8(ascii: "E"): bytes.append(0x1B)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "v"): bytes.append(0x0B)
            case UInt8(ascii: "c"): return (bytes, true)
            case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "?"): bytes.append(letter)
            case UInt8(ascii: "0")...UInt8(ascii: "7"):
                index -= 1
                let most = letter == UInt8(ascii: "0") ? 4 : 3
                bytes.append(UInt8(truncatingIfNeeded: number(in: source, &index, radix: 8, digits: most) ?? 0))
            case UInt8(ascii: "x"):
                if let value = number(in: source, &index, radix: 16, digits: 2) {
                    bytes.append(UInt8(truncatingIfNeeded: value))
                } else {
                    bytes += [byte, letter]
                }
            case UInt8(ascii: "u"), UInt8(ascii: "U"):
                let digits = letter == UInt8(ascii: "u") ? 4 : 8
                let scalar = number(in: source, &index, radix: 16, digits: digits).flatMap(Unicode.Scalar.init)
                if let scalar { bytes += Array(String(scalar).utf8) } else { bytes += [byte, letter] }
            default: bytes += [byte, letter]
            }
        }
        return (bytes, false)
    }

    private static func number(in source: [UInt8], _ index: inout Int, radix: UInt32, digits: Int) -> UInt32? {
        var value: UInt32?
        for _ in 0..<digits {
            guard index < source.count,
                let digit = Character(Unicode.Scalar(source[index])).hexDigitValue.flatMap(UInt32.init(exactly:)),
                digit < radix
            else { break }
            value = (value ?? 0) &* radix &+ digit
            index += 1
        }
        return value
    }
}
