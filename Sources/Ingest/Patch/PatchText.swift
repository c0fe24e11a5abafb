/// Lines by bytes: for Swift, `"\r\n"` is one `Character` and a sign with a combining mark behind it is another.
enum PatchText {
    /// The lines of a text, without `\n`; a last newline does not begin another line.
    static func lines(of text: String) -> [Substring] {
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    static func droppingCarriageReturn(_ line: Substring) -> Substring {
        line.utf8.last == UInt8(ascii: "\r") ? Substring(line.utf8.dropLast()) : line
    }

    static func isBlank(_ line: Substring) -> Bool {
        line.utf8.allSatisfy(isSpace)
    }

    /// Without the blanks at both ends.
    static func trimmed(_ line: Substring) -> Substring {
        var bytes = line.utf8.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return Substring(bytes)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (9...13).contains(byte)
    }
}
