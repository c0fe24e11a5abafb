/// How git writes the names of files into lines of text.
enum QuotedName {
    /// A name as it is, or in quotes with C's escapes where bytes in it would mislead.
    static func plain(_ name: ArraySlice<UInt8>) -> String {
        guard name.first == UInt8(ascii: "\""), name.last == UInt8(ascii: "\""), name.count >= 2 else {
            return String(decoding: name, as: UTF8.self)
        }
        var bytes: [UInt8] = []
        var rest = name.dropFirst().dropLast()
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            if (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(escaped) {
                let digits = [escaped] + rest.prefix(2)
                rest = rest.dropFirst(2)
                bytes.append(UInt8(String(decoding: digits, as: UTF8.self), radix: 8) ?? UInt8(ascii: "?"))
            } else {
                bytes.append(escapes[escaped] ?? escaped)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10,
        UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
    ]
}
