extension LinePrefix {
    /// `01-02 15:04:05.678  123  456 E AndroidRuntime: `
    mutating func takeLogcat() -> Bool {
        guard text[2] == UInt8(ascii: "-"), text[5] == 0x20, let length = Stamp.clock(text.from(6)) else {
            return false
        }
        var place = 6 + length
        for _ in 0..<2 {
            while text[place] == 0x20 { place += 1 }
            guard let number = text.number(at: place) else { return false }
            place = number.end
        }
        guard text[place] == 0x20, text[place + 1].isUpper, text[place + 2] == 0x20,
            let colon = text.index(of: ": ", from: place + 3), colon < place + 64
        else { return false }
        stamp = text.upTo(6 + length)
        add(text.slice(place + 3, colon).trimmedEnd)
        drop(colon + 2)
        return true
    }

    /// `E/AndroidRuntime( 1234): `
    mutating func takeTag() -> Bool {
        guard text[1] == UInt8(ascii: "/"), text.first.isUpper, let open = text.upTo(64).index(of: UInt8(ascii: "(")),
            let end = text.upTo(80).index(of: "): ", from: open)
        else { return false }
        let number = text.slice(open + 1, end).trimmed
        guard number.number != nil else { return false }
        add(text.slice(2, open))
        drop(end + 3)
        return true
    }
}
