import GRDB

/// What two tellings of one column come to, whichever is heard first: where one says nothing, the other holds.
enum JoinRule {
    case least, greatest
    /// The longer text.
    case longest
    /// The later word of a list.
    case ranked([String])

    func join(_ one: DatabaseValue, _ other: DatabaseValue) -> DatabaseValue {
        if one.isNull { return other }
        if other.isNull || one == other { return one }
        let isLess = Self.key(one) < Self.key(other)
        switch self {
        case .least: return isLess ? one : other
        case .greatest: return isLess ? other : one
        case .longest:
            let lengths = (Self.key(one).text.utf8.count, Self.key(other).text.utf8.count)
            return lengths.0 != lengths.1 ? (lengths.0 > lengths.1 ? one : other) : (isLess ? other : one)
        case .ranked(let words):
            let ranks = (
                words.firstIndex(of: Self.key(one).text) ?? -1, words.firstIndex(of: Self.key(other).text) ?? -1
            )
            return ranks.0 >= ranks.1 ? one : other
        }
    }

    /// Numbers before texts; texts by their bytes.
    struct Key: Comparable {
        var number: Int64
        var text: String

        static func < (one: Key, other: Key) -> Bool {
            one.number != other.number
                ? one.number < other.number : one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
        }
    }

    static func key(_ value: DatabaseValue) -> Key {
        switch value.storage {
        case .null: Key(number: .min, text: "")
        case .int64(let number): Key(number: number, text: "")
        case .double(let number): Key(number: Int64(max(-1e18, min(1e18, number))), text: "")
        case .string(let text): Key(number: .max, text: text)
        case .blob(let data): Key(number: .max, text: data.map { String($0, radix: 16) }.joined(separator: "."))
        }
    }
}
