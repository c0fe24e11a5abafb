/// Why bytes are not one JSON value, and where that shows.
package struct JSONError: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case empty, endsEarly, openString, badEscape, badNumber, badWord, unexpected(UInt8)
        case keyExpected, colonExpected, commaExpected, trailing, tooDeep, tooLarge, tooManyValues
    }

    /// Bytes from the beginning of the input to the place where it went wrong.
    package var offset: Int
    package var reason: Reason

    package init(offset: Int, reason: Reason) {
        self.offset = offset
        self.reason = reason
    }
}

extension JSONError: CustomStringConvertible {
    package var description: String {
        switch reason {
        case .empty: "There is no JSON value: the text is empty."
        case .endsEarly: "The JSON ends early at byte \(offset); it was probably cut while being written."
        case .openString: "The JSON string that begins at byte \(offset) has no closing quote."
        case .badEscape: "The JSON string has an unknown escape at byte \(offset)."
        case .badNumber: "The number at byte \(offset) is not written as JSON writes numbers."
        case .badWord: "The word at byte \(offset) is none of true, false and null."
        case .unexpected(let byte): "A JSON value cannot begin with \(Self.shown(byte)), as at byte \(offset)."
        case .keyExpected: "The JSON object needs a key in quotes at byte \(offset)."
        case .colonExpected: "The JSON object needs a colon after its key at byte \(offset)."
        case .commaExpected: "The JSON needs a comma or a closing bracket at byte \(offset)."
        case .trailing: "The JSON value is over at byte \(offset), but more text follows it."
        case .tooDeep: "The JSON at byte \(offset) is nested deeper than \(JSONTape.depthLimit) levels."
        case .tooLarge: "The JSON text is larger than 4 GB."
        case .tooManyValues: "The JSON has more than \(JSONTape.nodeLimit) values, which is reached at byte \(offset)."
        }
    }

    private static func shown(_ byte: UInt8) -> String {
        (0x21...0x7E).contains(byte) ? "\"\(Unicode.Scalar(byte))\"" : "byte \(byte)"
    }
}
