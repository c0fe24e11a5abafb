/// A scalar that `JSONWriter` can write: text, a number, a truth value, or an optional one of these.
package protocol JSONWritable {
    func writeJSON(to bytes: inout [UInt8])
}

extension String: JSONWritable {
    package func writeJSON(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = self
        let isPlain = text.withUTF8 { utf8 in
            // RFC 8259, 7: quotation mark, reverse solidus and U+0000 to U+001F must be escaped; the rest is courtesy.
            guard utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else { return false }
            bytes.append(contentsOf: utf8)
            return true
        }
        if !isPlain { writeScalars(to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    private func writeScalars(to bytes: inout [UInt8]) {
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": bytes.append(contentsOf: [0x5C, 0x22])
            case "\\": bytes.append(contentsOf: [0x5C, 0x5C])
            case "\n": bytes.append(contentsOf: [0x5C, 0x6E])
            case "\r": bytes.append(contentsOf: [0x5C, 0x72])
            case "\t": bytes.append(contentsOf: [0x5C, 0x74])
            case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            default:
                if Visible.isControl(scalar) || Visible.isInvisible(scalar) {
                    for unit in UTF16.encode(scalar).map({ Array($0) }) ?? [] { Self.escape(unit, to: &bytes) }
                } else {
                    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                }
            }
        }
    }

    private static func escape(_ unit: UInt16, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: [0x5C, 0x75])
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift) & 0xF)
            bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
        }
    }
}

extension Substring: JSONWritable {
    package func writeJSON(to bytes: inout [UInt8]) { String(self).writeJSON(to: &bytes) }
}

extension Int: JSONWritable {
    package func writeJSON(to bytes: inout [UInt8]) { bytes.append(contentsOf: description.utf8) }
}

extension Int32: JSONWritable {
    package func writeJSON(to bytes: inout [UInt8]) { bytes.append(contentsOf: description.utf8) }
}

extension Int64: JSONWritable {
    package func writeJSON(to bytes: inout [UInt8]) { bytes.append(contentsOf: description.utf8) }
}

extension UInt64: JSONWritable {
    package func writeJSON(to bytes: inout [UInt8]) { bytes.append(contentsOf: description.utf8) }
}

extension Double: JSONWritable {
    package func writeJSON(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: isFinite ? Array(description.utf8) : Array("null".utf8))
    }
}

extension Bool: JSONWritable {
    package func writeJSON(to bytes: inout [UInt8]) { bytes.append(contentsOf: description.utf8) }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    package func writeJSON(to bytes: inout [UInt8]) {
        if let self { self.writeJSON(to: &bytes) } else { bytes.append(contentsOf: "null".utf8) }
    }
}
