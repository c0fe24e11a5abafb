/// `@@ -12,5 +12,6 @@ func next()`, the first line of a hunk in a unified diff.
struct HunkHeader: Equatable {
    var oldStart: Int
    var oldCount: Int
    var newStart: Int
    var newCount: Int
    var heading: String

    init?(_ line: Substring) {
        var bytes = line.utf8[...]
        guard Self.skip("@@ -", in: &bytes),
            let (oldStart, oldCount) = Self.range(in: &bytes), Self.skip(" +", in: &bytes),
            let (newStart, newCount) = Self.range(in: &bytes), Self.skip(" @@", in: &bytes)
        else { return nil }
        self.oldStart = oldStart
        self.oldCount = oldCount
        self.newStart = newStart
        self.newCount = newCount
        heading = String(PatchText.trimmed(Substring(bytes)))
    }

    private static func skip(_ text: String, in bytes: inout Substring.UTF8View) -> Bool {
        guard bytes.starts(with: text.utf8) else { return false }
        bytes.removeFirst(text.utf8.count)
        return true
    }

    /// `12,5`, or `12` for one line.
    private static func range(in bytes: inout Substring.UTF8View) -> (Int, Int)? {
        guard let start = number(in: &bytes) else { return nil }
        guard skip(",", in: &bytes) else { return (start, 1) }
        guard let count = number(in: &bytes) else { return nil }
        return (start, count)
    }

    private static func number(in bytes: inout Substring.UTF8View) -> Int? {
        let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        bytes.removeFirst(digits.count)
        return Int(Substring(digits))
    }
}
