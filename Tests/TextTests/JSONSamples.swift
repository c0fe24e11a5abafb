import Testing
import Text

/// Parses a text and hands over the value while its bytes live.
func withJSON<R>(_ text: String, _ body: (JSONValue) throws -> R) throws -> R {
    try withJSON(Array(text.utf8), body)
}

func withJSON<R>(_ bytes: [UInt8], _ body: (JSONValue) throws -> R) throws -> R {
    let tape = JSONTape()
    return try bytes.withUnsafeBytes { try body(try tape.parse($0)) }
}

func jsonError(_ text: String) -> JSONError? {
    do {
        try withJSON(text) { _ in }
        return nil
    } catch {
        return error as? JSONError
    }
}
