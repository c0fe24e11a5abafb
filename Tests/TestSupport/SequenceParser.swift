/// The bytes of a terminal's output cut into text, controls and sequences (ECMA-48 5.3 and 5.4).
struct SequenceParser {
    struct ControlSequence: CustomStringConvertible {
        var prefix: Character?
        var parameters: [Int]
        var intermediate: Character?
        var final: UInt8

        func parameter(_ index: Int) -> Int { parameters.indices.contains(index) ? parameters[index] : 0 }

        var description: String {
            let numbers = parameters.map(String.init).joined(separator: ";")
            return "CSI \(prefix.map(String.init) ?? "")\(numbers)\(intermediate.map(String.init) ?? "")"
                + "\(Character(Unicode.Scalar(final)))"
        }
    }

    enum Token {
        case text(Unicode.Scalar)
        case control(UInt8)
        case escape(UInt8?, UInt8)
        case csi(ControlSequence)
        case osc(String)
    }

    private enum State {
        case ground, escape, escapeIntermediate(UInt8), csi, string, stringEscape
    }

    private var state = State.ground
    private var collected: [UInt8] = []
    private var missing = 0

    mutating func take(_ byte: UInt8) -> Token? {
        switch state {
        case .ground: return ground(byte)
        case .escape: return escape(byte)
        case .escapeIntermediate(let intermediate):
            state = .ground
            return .escape(intermediate, byte)
        case .csi:
            if byte == 0x1B {
                state = .escape
                return nil
            }
            guard (0x40..<0x7F).contains(byte) else {
                collected.append(byte)
                return nil
            }
            state = .ground
            return .csi(sequence(final: byte))
        case .string:
            switch byte {
            case 0x07:
                state = .ground
                return .osc(String(decoding: collected, as: UTF8.self))
            case 0x1B: state = .stringEscape
            default: collected.append(byte)
            }
            return nil
        case .stringEscape:
            state = .ground
            return .osc(String(decoding: collected, as: UTF8.self))
        }
    }

    private mutating func ground(_ byte: UInt8) -> Token? {
        if byte < 0x20 || byte == 0x7F {
            missing = 0
            if byte == 0x1B {
                state = .escape
                return nil
            }
            return .control(byte)
        }
        if byte < 0x80 { return .text(Unicode.Scalar(byte)) }
        if byte & 0xC0 == 0x80, missing > 0 {
            collected.append(byte)
            missing -= 1
            guard missing == 0 else { return nil }
            return String(decoding: collected, as: UTF8.self).unicodeScalars.first.map { .text($0) }
        }
        missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0
        collected = [byte]
        return missing == 0 ? .text("\u{FFFD}") : nil
    }

    private mutating func escape(_ byte: UInt8) -> Token? {
        collected = []
        switch byte {
        case UInt8(ascii: "["): state = .csi
        case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
        case 0x20..<0x30: state = .escapeIntermediate(byte)
        case 0x1B: state = .escape
        default:
            state = .ground
            return .escape(nil, byte)
        }
        return nil
    }

    private static func number(_ digits: some Sequence<UInt8>) -> Int {
        Int(String(decoding: Array(digits), as: UTF8.self)) ?? 0
    }

    private func sequence(final: UInt8) -> ControlSequence {
        let prefix = collected.first.flatMap { (0x3C..<0x40).contains($0) ? Character(Unicode.Scalar($0)) : nil }
        let intermediate = collected.last.flatMap { (0x20..<0x30).contains($0) ? Character(Unicode.Scalar($0)) : nil }
        let body = collected.dropFirst(prefix == nil ? 0 : 1).filter { (0x30..<0x3C).contains($0) }
        let parameters =
            body.isEmpty
            ? []
            : body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
                .flatMap { parameter in
                    // Parts of a parameter (`38:2::255:0:0`) as if they were parameters; the colour space has no name.
                    parameter.contains(UInt8(ascii: ":"))
                        ? parameter.split(separator: UInt8(ascii: ":")).map(Self.number) : [Self.number(parameter)]
                }
        return ControlSequence(prefix: prefix, parameters: parameters, intermediate: intermediate, final: final)
    }
}
