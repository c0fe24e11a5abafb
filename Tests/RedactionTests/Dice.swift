/// A small repeatable source of chance.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func text(_ count: Int, of alphabet: String) -> String {
        let letters = Array(alphabet)
        return String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &self)] })
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }
}

enum Alphabet {
    static let small = "abcdefghijklmnopqrstuvwxyz"
    static let capital = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    static let digit = "0123456789"
    static let hex = "0123456789abcdef"
    static let alphanumeric = small + capital + digit
    static let base64URL = alphanumeric + "-_"
    static let base64 = alphanumeric + "+/"
}
