/// OSC 52: the terminal puts the text on the clipboard of the machine that it runs on, also through ssh. Nil if the
/// text is longer than terminals take (they drop it silently, xterm from about 75,000 bytes encoded).
func clipboardSequence(_ text: String) -> [UInt8]? {
    let encoded = base64(text.utf8)
    guard encoded.count <= 74_994 else { return nil }
    return Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
}

private func base64(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity(bytes.count / 3 * 4 + 4)
    var rest = bytes[...]
    while !rest.isEmpty {
        let group = Array(rest.prefix(3))
        rest = rest.dropFirst(3)
        let word = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
        for place in 0...3 {
            encoded.append(place <= group.count ? alphabet[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
        }
    }
    return encoded
}
