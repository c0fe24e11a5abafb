/// The digits of a number that `JSONParser` has accepted, taken apart: `±mantissa × 10^exponent`.
struct JSONNumber {
    private let text: UnsafeRawBufferPointer
    private var isNegative = false
    /// All significant digits; nil where they are more than 64 bits hold.
    private var mantissa: UInt64? = 0
    private var exponent = 0

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
        var zeros = 0
        var fraction = 0
        var position = 0
        var isPastPoint = false
        for byte in text {
            if byte | 0x20 == UInt8(ascii: "e") { break }
            position += 1
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isPastPoint = true
            default:
                if isPastPoint { fraction += 1 }
                if byte == UInt8(ascii: "0") {
                    zeros += 1
                } else {
                    push(zeros: zeros, digit: UInt64(byte &- UInt8(ascii: "0")))
                    zeros = 0
                }
            }
        }
        exponent = zeros - fraction + Self.exponent(in: text.dropFirst(position + 1))
    }

    /// The number as an integer where it is one and fits; `1.0e3` is 1000.
    var int: Int64? {
        guard var value = mantissa else { return nil }
        if value != 0 {
            guard 0...19 ~= exponent else { return nil }
            for _ in 0..<exponent {
                let (product, overflows) = value.multipliedReportingOverflow(by: 10)
                if overflows { return nil }
                value = product
            }
        }
        if isNegative { return value <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- value) : nil }
        return Int64(exactly: value)
    }

    /// The nearest number in binary; nil where it is beyond the largest one.
    var double: Double? {
        // Both factors are exact, so the one multiplication or division rounds correctly.
        if let mantissa, mantissa <= 1 << 53, -22...22 ~= exponent {
            let whole = Double(mantissa)
            let power = Self.powers[abs(exponent)]
            let value = exponent < 0 ? whole / power : whole * power
            return isNegative ? -value : value
        }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    private mutating func push(zeros: Int, digit: UInt64) {
        guard var value = mantissa else { return }
        if value != 0 {
            for _ in 0...zeros {
                let (product, overflows) = value.multipliedReportingOverflow(by: 10)
                if overflows {
                    mantissa = nil
                    return
                }
                value = product
            }
        }
        let (sum, overflows) = value.addingReportingOverflow(digit)
        mantissa = overflows ? nil : sum
    }

    private static func exponent(in digits: Slice<UnsafeRawBufferPointer>) -> Int {
        var value = 0
        var isNegative = false
        for byte in digits {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "+"): break
            default: value = min(value * 10 + Int(byte &- UInt8(ascii: "0")), 1 << 40)
            }
        }
        return isNegative ? -value : value
    }

    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
