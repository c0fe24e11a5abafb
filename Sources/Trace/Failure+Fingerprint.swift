import Provenance
import Text

extension Failure {
    /// The same for the same failure, wherever and whenever it is met: 32 hexadecimal digits.
    ///
    /// Of types and places, not of words, as these hold ids and addresses; where no place is known, of the words without
    /// their numbers.
    package var fingerprint: String {
        var hash = SHA256()
        func add(_ text: String?) {
            var text = text ?? "\u{1}"
            text.withUTF8 { hash.update(UnsafeRawBufferPointer($0)) }
            withUnsafeBytes(of: UInt8(0)) { hash.update($0) }
        }
        add(kind.rawValue)
        add(test)
        add(title)
        for exception in exceptions {
            add(exception.type)
            for frame in exception.frames.prefix(64) {
                add(frame.file)
                add(frame.line.map(String.init))
                add(frame.function)
            }
            if exception.frames.isEmpty || kind == .diagnostic {
                add(exception.message.map { String($0.utf8.prefix(1024).map(Self.withoutNumbers).compactMap(\.self)) })
            }
        }
        return hash.finish().hex(32)
    }

    private static func withoutNumbers(_ byte: UInt8) -> Character? {
        (0x30...0x39).contains(byte) ? nil : Character(Unicode.Scalar(byte))
    }
}
