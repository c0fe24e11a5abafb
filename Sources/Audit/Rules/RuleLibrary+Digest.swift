import Provenance
import Text

extension RuleLibrary {
    /// Raised when what is written in code finds other things than before.
    private static let engine = "2"

    /// Changes when the rules do, or what reads them: 16 hexadecimal digits.
    ///
    /// - Parameter own: the user's files, as they were given.
    package static func digest(own: [(name: String, bytes: [UInt8])] = []) -> String {
        var text = engine
        for family in RuleFamily.all { text += "\u{0}\(family.name)\u{0}\(family.text)" }
        for file in own {
            text += "\u{0}\(file.name)\u{0}" + file.bytes.withUnsafeBytes { SHA256.hash($0).hex(64) }
        }
        return SHA256.hash(text).hex(16)
    }
}
