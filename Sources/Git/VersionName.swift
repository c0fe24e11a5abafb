/// A version as people and tags write it: `2.31`, `v2.31.0`, `release-2.31`, `shop/v2.31-rc1`, `rel_2_31`.
struct VersionName: Equatable {
    /// What stands in front of the numbers, in small letters without signs: empty for `v` and `release`.
    let prefix: String
    /// Without zeros at the end.
    let numbers: [String]
    /// `rc1`; what is behind a plus does not count.
    let suffix: String
    /// As many numbers as were written.
    let length: Int

    private static let plainPrefixes: Set<String> = ["v", "ver", "version", "release", "rel", "r", "releases", "tag"]

    /// - Returns: `nil` for what is no version.
    init?(_ text: String) {
        let head = text.prefix { !$0.isNumber }
        let words = head.lowercased().split { !$0.isLetter }.filter { !Self.plainPrefixes.contains(String($0)) }
        prefix = words.joined(separator: "-")
        var rest = text[head.endIndex...].prefix { $0 != "+" }
        var numbers: [String] = []
        while true {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty else { break }
            let plain = digits.drop { $0 == "0" }
            numbers.append(plain.isEmpty ? "0" : String(plain))
            rest = rest[digits.endIndex...]
            guard let sign = rest.first, sign == "." || sign == "_" || (sign == "-" && !head.isEmpty),
                rest.dropFirst().first?.isNumber == true
            else { break }
            rest = rest.dropFirst()
        }
        suffix = rest.lowercased().filter { $0.isLetter || $0.isNumber }
        length = numbers.count
        guard let first = numbers.first, first.utf8.count < 20, numbers.count < 10 else { return nil }
        // `9f31c2a` is no version 9.
        guard numbers.count > 1 || suffix.isEmpty || !head.isEmpty else { return nil }
        while numbers.count > 1, numbers.last == "0" { numbers.removeLast() }
        self.numbers = numbers
    }

    /// How well a tag answers to it, 0 the best; `nil` where it is another version.
    func rank(of tag: VersionName) -> Int? {
        guard numbers == tag.numbers, suffix == tag.suffix else { return nil }
        guard prefix == tag.prefix || prefix.isEmpty else { return nil }
        return (length == tag.length ? 0 : 1) + (prefix == tag.prefix ? 0 : 2)
    }
}
