/// What `echo` and `printf` say, where every word is literal.
enum ShellSpeech {
    /// `printf` repeats its format for every argument; more than this much is not worth knowing.
    private static let largestOutput = 1 << 20

    static func echo(_ arguments: ArraySlice<ShellWord>) -> String? {
        var rest = arguments
        var endsLine = true
        var escapes = false
        while let option = rest.first, !option.isQuoted, option.text.utf8.count > 1, option.text.hasPrefix("-"),
            option.text.dropFirst().allSatisfy({ "neE".contains($0) })
        {
            rest = rest.dropFirst()
            for letter in option.text.dropFirst() {
                if letter == "n" { endsLine = false } else { escapes = letter == "e" }
            }
        }
        guard rest.allSatisfy(\.isLiteral) else { return nil }
        let text = rest.map(\.text).joined(separator: " ")
        guard escapes else { return endsLine ? text + "\n" : text }
        let (bytes, isCut) = ShellEscapes.decode(text.utf8)
        let decoded = String(decoding: bytes, as: UTF8.self)
        return endsLine && !isCut ? decoded + "\n" : decoded
    }

    /// Knows `%s`, `%b`, `%d`, `%i` without widths, and `%%`.
    static func printf(_ arguments: ArraySlice<ShellWord>) -> String? {
        var rest = arguments
        if rest.first?.text == "--" { rest = rest.dropFirst() }
        if rest.first?.text == "-v" { return "" }
        guard let format = rest.popFirst(), format.isLiteral, rest.allSatisfy(\.isLiteral) else { return nil }
        let (bytes, isCut) = ShellEscapes.decode(format.text.utf8)
        var output: [UInt8] = []
        repeat {
            let before = rest.count
            var index = 0
            while index < bytes.count {
                guard bytes[index] == UInt8(ascii: "%") else {
                    output.append(bytes[index])
                    index += 1
                    continue
                }
                guard index + 1 < bytes.count else { return nil }
                switch bytes[index + 1] {
                case UInt8(ascii: "%"): output.append(UInt8(ascii: "%"))
                case UInt8(ascii: "s"): output += Array(rest.popFirst()?.text.utf8 ?? "".utf8)
                case UInt8(ascii: "b"):
                    output += ShellEscapes.decode(Array(rest.popFirst()?.text.utf8 ?? "".utf8)).bytes
                case UInt8(ascii: "d"), UInt8(ascii: "i"):
                    guard let number = Int(rest.popFirst()?.text ?? "0") else { return nil }
                    output += Array(String(number).utf8)
                default: return nil
                }
                index += 2
            }
            if output.count > largestOutput { return nil }
            if rest.count == before { break }
        } while !rest.isEmpty && !isCut
        return String(decoding: output, as: UTF8.self)
    }
}
