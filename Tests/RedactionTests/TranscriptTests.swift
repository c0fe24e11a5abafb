import Redaction
import Testing

@Suite(
    .enabled(
        if: !SharedTranscripts.files.isEmpty, "no ../shared/data/transcripts here; name its root in COLOPHON_SHARED"))
struct TranscriptTests {
    @Test(arguments: SharedTranscripts.files)
    func `a real history is left as it is, strings and raw lines alike`(path: String) {
        let redactor = Redactor()
        let bytes = SharedTranscripts.read(path)
        let texts = SharedTranscripts.strings(bytes) + [String(decoding: bytes, as: UTF8.self)]
        let hits = texts.flatMap { text in
            (redactor.redact(text)?.redactions ?? []).map {
                "\($0.kind.rawValue): \(String(decoding: Array(text.utf8)[$0.range], as: UTF8.self))"
            }
        }
        #expect(hits.isEmpty, "\(hits.count): \(hits.prefix(10))")
    }

    @Test(arguments: SharedTranscripts.files)
    func `hashes and UUIDs of a real history stay, even where a secret's name stands before them`(path: String) {
        let redactor = Redactor()
        let text = String(decoding: SharedTranscripts.read(path), as: UTF8.self)
        let words = Set(
            text.utf8.split { !isWord($0) }.filter { [32, 36, 40, 64].contains($0.count) }.compactMap { String($0) })
        for word in words where word.utf8.allSatisfy({ isHex($0) || $0 == 0x2D }) {
            #expect(redactor.redact("see \(word)\n") == nil)
            #expect(redactor.redact("{\"uuid\":\"\(word)\",\"hash\":\"\(word)\"}") == nil)
            if word.utf8.count == 36 { #expect(redactor.redact("token: \(word)") == nil) }
        }
    }

    private func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    private func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x2D
    }
}
