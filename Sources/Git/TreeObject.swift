/// A folder of a commit as git keeps it: of each entry its mode, a blank, its name, a zero, and its id in bytes.
struct TreeObject {
    private let bytes: [UInt8]
    private let idSize: Int

    /// - Parameter commit: one of the repository, whose length tells that of all its ids.
    init(_ bytes: [UInt8], like commit: String) {
        self.bytes = bytes
        idSize = commit.utf8.count / 2
    }

    /// The id of an entry, in hexadecimal; `nil` where there is none of that name.
    func id(of name: String) -> String? {
        let name = Array(name.utf8)
        var rest = bytes[...]
        while let blank = rest.firstIndex(of: UInt8(ascii: " ")),
            let zero = rest[(blank + 1)...].firstIndex(of: 0), rest.endIndex - zero > idSize
        {
            let id = rest[(zero + 1)...].prefix(idSize)
            if rest[(blank + 1)..<zero].elementsEqual(name) { return Self.hexadecimal(id) }
            rest = rest[id.endIndex...]
        }
        return nil
    }

    private static func hexadecimal(_ id: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: id.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
