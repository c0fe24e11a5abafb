import Provenance
import Text

/// Reads the tokens of a generation and holds them against its output.
struct TokenReader {
    private(set) var tokens: [TokenRun.Token] = []
    /// All tokens one after another.
    private(set) var bytes: [UInt8] = []

    init(_ members: Members) throws(BadLine) {
        for element in try members.array("tokens") {
            let place = "token \(tokens.count + 1)"
            let start = bytes.count
            guard append(element) else {
                throw members.bad("\(place) has neither 'text' nor 'bytes' (numbers from 0 to 255).")
            }
            var token = TokenRun.Token(length: bytes.count - start)
            token.logprob = try Self.logprob(element["logprob"], place, members)
            token.id = try Self.id(element["id"], place, members)
            tokens.append(token)
        }
    }

    /// The run of an output, or of the tokens' own text where the maker gave no output.
    func run(of output: inout Body?, _ members: Members) throws(BadLine) -> TokenRun? {
        if tokens.isEmpty { return nil }
        guard let text = output?.text else {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw members.bad("the tokens are not UTF-8: one of them is cut off, or 'bytes' are missing.")
            }
            output = Body(text)
            return TokenRun(tokens)
        }
        guard bytes.elementsEqual(text.utf8) else {
            let common = zip(bytes, text.utf8).prefix { $0 == $1 }.count
            throw members.bad(
                "the tokens do not add up to the output: they are \(bytes.count) bytes, it has \(text.utf8.count), "
                    + "and they differ from byte \(common) on.")
        }
        return TokenRun(tokens)
    }

    /// A token may end in the middle of a character, which no JSON text can say: then `bytes` does.
    private mutating func append(_ token: JSONValue) -> Bool {
        if token["bytes"].kind == .array {
            for byte in token["bytes"].elements {
                guard let byte = byte.int.flatMap(UInt8.init(exactly:)) else { return false }
                bytes.append(byte)
            }
            return true
        }
        guard let text = token["text"].string else { return false }
        bytes.append(contentsOf: text.utf8)
        return true
    }

    private static func logprob(
        _ value: JSONValue, _ place: String, _ members: Members
    ) throws(BadLine) -> Float? {
        guard value.exists else { return nil }
        // Engines round: a certain token is sometimes a hair above 0.
        guard let number = value.double, number <= 0.001 else {
            throw members.bad("\(place): 'logprob' is no number up to 0, as the logarithm of a probability is.")
        }
        return Float(max(min(number, 0), -Double(Float.greatestFiniteMagnitude)))
    }

    private static func id(_ value: JSONValue, _ place: String, _ members: Members) throws(BadLine) -> UInt32? {
        guard value.exists else { return nil }
        guard let id = value.int.flatMap(UInt32.init(exactly:)), id < .max else {
            throw members.bad("\(place): 'id' is no whole number from 0 to \(UInt32.max - 1).")
        }
        return id
    }
}
