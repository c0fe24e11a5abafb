/// Bytes from a terminal into events; knows nothing of descriptors or clocks.
///
/// Feed what was read, then call `next()` until it returns nil. If `patience` is then not nil, a sequence has begun
/// whose end is not here: when nothing more comes in that time, call `giveUp()`, which takes it for what it is without
/// the rest (a lone ESC is the Escape key).
struct InputDecoder {
    /// Time in milliseconds in which the rest of an escape sequence must follow its first byte.
    var escapeDelay = 25
    /// The terminal was asked something, and DA1 last, whose answer ends this: what looks like the beginning of an answer
    /// is one, however long the rest takes.
    var expectsAnswer = false

    private var bytes: [UInt8] = []
    private var head = 0
    private var paste: [UInt8]?
    /// Bytes of a late answer that may still come, after its beginning was given up.
    private var answerTail = 0

    private static let pasteLimit = 16 * 1024 * 1024
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
    /// A terminal that went away in the middle of a paste must not keep the keyboard.
    private static let pastePatience = 1000
    private static let answerPatience = 1000
    private static let answerLimit = 64

    mutating func feed(_ more: some Sequence<UInt8>) {
        if head == bytes.count {
            bytes.removeAll(keepingCapacity: bytes.capacity <= 65536)
            head = 0
        }
        bytes.append(contentsOf: more)
    }

    var patience: Int? {
        if paste != nil { return Self.pastePatience }
        if answerTail > 0 || answerHasBegun { return Self.answerPatience }
        guard head < bytes.count else { return nil }
        // Its first byte may come alone, too.
        return expectsAnswer ? max(escapeDelay, 100) : escapeDelay
    }

    /// OSC and a number: no key of anybody begins so.
    private var answerHasBegun: Bool {
        let rest = bytes[head...]
        return expectsAnswer && rest.starts(with: [0x1B, UInt8(ascii: "]")])
            && rest.dropFirst(2).first.map { (0x30..<0x3A).contains($0) } ?? false
    }

    /// The next event that is complete; sequences that mean nothing to us are passed over.
    mutating func next() -> TerminalEvent? {
        while head < bytes.count {
            if paste != nil {
                guard let event = continuePaste() else { return nil }
                return event
            }
            if answerTail > 0 {
                guard skipAnswerTail() else { return nil }
                continue
            }
            switch decode(bytes[head...]) {
            case .lastAnswer(let count):
                head += count
                expectsAnswer = false
            case .incomplete:
                // What cannot be part of the answer that has begun is a key: the rest of the answer is lost.
                guard answerHasBegun, let key = bytes[(head + 2)...].firstIndex(where: { !isPartOfAnswer($0) }) else {
                    return nil
                }
                head = key
            case .nothing(let count):
                head += count
            case .event(let event, let count):
                head += count
                return event
            case .pasteBegins(let count):
                head += count
                paste = []
            }
        }
        return nil
    }

    /// Whether `next()` would return an event.
    var hasEvent: Bool {
        var ahead = self
        return ahead.next() != nil
    }

    /// Takes what has begun for what it is without the rest.
    mutating func giveUp() -> TerminalEvent? {
        if let text = paste {
            paste = nil
            return .paste(pastedText(text + bytes[head...].drained(&head)))
        }
        if answerHasBegun {
            answerTail = Self.answerLimit
            head = bytes.count
            return nil
        }
        answerTail = 0
        guard head < bytes.count else { return nil }
        let first = bytes[head]
        head += 1
        guard first == 0x1B else { return .key(.character("\u{FFFD}")) }
        if head == bytes.count - 1, (0x21..<0x7F).contains(bytes[head]) {
            // Alt-[, Alt-O and Alt-] look like the beginning of something longer.
            head += 1
            return .key(.alt(Character(Unicode.Scalar(bytes[head - 1]))))
        }
        // A sequence cut short is noise; its letters are not what anybody typed.
        if head < bytes.count { head = bytes.count }
        return .key(.escape)
    }

    /// Passes over what may be the rest of an answer: digits, names and marks of a colour, up to ST or BEL. False if more
    /// must come.
    private mutating func skipAnswerTail() -> Bool {
        while answerTail > 0, head < bytes.count {
            let byte = bytes[head]
            switch byte {
            case 0x07:
                head += 1
                answerTail = 0
            case 0x1B:
                guard head + 1 < bytes.count else { return false }
                if bytes[head + 1] == UInt8(ascii: "\\") { head += 2 }
                answerTail = 0
            default:
                guard isPartOfAnswer(byte) else {
                    answerTail = 0
                    break
                }
                head += 1
                answerTail -= 1
            }
        }
        return answerTail == 0
    }

    private mutating func continuePaste() -> TerminalEvent? {
        var text = paste.take() ?? []
        while head < bytes.count {
            let rest = bytes[head...]
            if rest.first == 0x1B, Self.pasteEnd.starts(with: rest.prefix(Self.pasteEnd.count)) {
                guard rest.count >= Self.pasteEnd.count else { break }
                head += Self.pasteEnd.count
                return .paste(pastedText(text))
            }
            let end = rest.dropFirst().firstIndex(of: 0x1B) ?? bytes.endIndex
            text += bytes[head..<min(end, head + max(Self.pasteLimit - text.count, 0))]
            head = end
        }
        paste = text
        return nil
    }
}

/// Digits, names and marks of `11;rgb:ffff/ffff/ffff`, and ESC, with which its end begins.
private func isPartOfAnswer(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x1B, 0x30...0x3B, UInt8(ascii: "a")...UInt8(ascii: "g"), UInt8(ascii: "A")...UInt8(ascii: "F"),
        UInt8(ascii: "r"), UInt8(ascii: "/"), UInt8(ascii: "#"):
        true
    default: false
    }
}

private enum Decoded {
    case incomplete
    case nothing(Int)
    case event(TerminalEvent, Int)
    case pasteBegins(Int)
    /// DA1, which we ask for after all else.
    case lastAnswer(Int)
}

extension Optional {
    /// The value, leaving nil: the array is then the only reference to its storage and grows in place.
    fileprivate mutating func take() -> Wrapped? {
        defer { self = nil }
        return self
    }
}

extension ArraySlice {
    fileprivate func drained(_ head: inout Int) -> Self {
        head = endIndex
        return self
    }
}

/// Line ends as `\n`, whichever the terminal made of them.
private func pastedText(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
        if byte != 0x0A || previous != 0x0D { text.append(byte == 0x0D ? 0x0A : byte) }
        previous = byte
    }
    return String(decoding: text, as: UTF8.self)
}

private func decode(_ bytes: ArraySlice<UInt8>) -> Decoded {
    guard let first = bytes.first else { return .incomplete }
    switch first {
    case 0x1B: return decodeEscape(bytes)
    case 0x20..<0x7F: return .event(.key(.character(Character(Unicode.Scalar(first)))), 1)
    case 0x00..<0x20, 0x7F: return .event(.key(controlKey(first)), 1)
    default:
        switch decodeScalar(bytes) {
        case .some(let (scalar, count)): return .event(.key(.character(Character(scalar))), count)
        case .none: return .incomplete
        }
    }
}

/// One scalar of UTF-8 and its length; U+FFFD for bytes that are none; nil if the rest is still to come.
private func decodeScalar(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard let first = bytes.first else { return nil }
    let length =
        switch first {
        case 0x00..<0x80: 1
        case 0xC2..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0..<0xF5: 4
        default: 0
        }
    let sequence = bytes.prefix(max(length, 1))
    let continued = sequence.dropFirst().prefix { $0 & 0xC0 == 0x80 }
    if length > 0, continued.count + 1 == bytes.count, bytes.count < length { return nil }
    guard length > 0, continued.count + 1 == length,
        let scalar = String(decoding: sequence, as: UTF8.self).unicodeScalars.first
    else { return ("\u{FFFD}", 1) }
    return (scalar, length)
}

private func controlKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
}

private func decodeEscape(_ bytes: ArraySlice<UInt8>) -> Decoded {
    let rest = bytes.dropFirst()
    switch rest.first {
    case nil: return .incomplete
    case UInt8(ascii: "["): return decodeControlSequence(bytes)
    case UInt8(ascii: "O"):
        guard let final = rest.dropFirst().first else { return .incomplete }
        guard let key = singleShiftKey(final) else { return .nothing(3) }
        return .event(.key(key), 3)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
        return decodeString(bytes)
    case .some(0x20..<0x7F), .some(0x80...):
        guard let (scalar, count) = decodeScalar(rest) else { return .incomplete }
        return .event(.key(.alt(Character(scalar))), 1 + count)
    case .some(0x7F): return .event(.key(.alt("\u{7F}")), 2)
    default: return .event(.key(.escape), 1)
    }
}

/// ECMA-48 8.3.89 and others: an answer of the terminal, up to ST or BEL. All but that on the background is noise.
private func decodeString(_ bytes: ArraySlice<UInt8>) -> Decoded {
    func answer(_ offset: Int, _ count: Int) -> Decoded {
        let text = String(decoding: bytes.prefix(offset).dropFirst(2), as: UTF8.self)
        guard bytes.dropFirst().first == UInt8(ascii: "]"), let appearance = Appearance(answer: text) else {
            return .nothing(count)
        }
        return .event(.appearance(appearance), count)
    }
    let limit = 4096
    for (offset, byte) in bytes.prefix(limit).enumerated().dropFirst(2) {
        if byte == 0x07 { return answer(offset, offset + 1) }
        if byte == 0x1B {
            guard let next = bytes.dropFirst(offset + 1).first else { return .incomplete }
            return next == UInt8(ascii: "\\") ? answer(offset, offset + 2) : .nothing(offset)
        }
    }
    return bytes.count < limit ? .incomplete : .nothing(limit)
}

private func singleShiftKey(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    // The keypad in application mode sends its characters 0x40 higher.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(final - 0x40)))
    case UInt8(ascii: "M"): .enter
    default: cursorKey(final)
    }
}

private func cursorKey(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
}

/// ECMA-48 5.4: CSI, parameter bytes 0x30–0x3F, intermediate bytes 0x20–0x2F, one final byte 0x40–0x7E.
private func decodeControlSequence(_ bytes: ArraySlice<UInt8>) -> Decoded {
    let body = bytes.dropFirst(2)
    let parameters = body.prefix { (0x30..<0x40).contains($0) }
    let intermediates = body.dropFirst(parameters.count).prefix { (0x20..<0x30).contains($0) }
    let length = 2 + parameters.count + intermediates.count
    guard let final = bytes.dropFirst(length).first else { return length < 256 ? .incomplete : .nothing(length) }
    // A byte that cannot stand here ends the attempt; it is looked at again by itself.
    guard (0x40..<0x7F).contains(final) else { return .nothing(length) }
    let count = length + 1
    guard intermediates.isEmpty else { return .nothing(count) }
    if parameters.first == UInt8(ascii: "<") {
        guard let mouse = MouseEvent(sgr: parameters.dropFirst(), pressed: final == UInt8(ascii: "M")) else {
            return .nothing(count)
        }
        return .event(.mouse(mouse), count)
    }
    if parameters.first == UInt8(ascii: "?") {
        switch (final, String(decoding: parameters, as: UTF8.self)) {
        case (UInt8(ascii: "c"), _): return .lastAnswer(count)
        // Reports of mode 2031 (contour's "dark and light mode detection").
        case (UInt8(ascii: "n"), "?997;1"): return .event(.appearance(.dark), count)
        case (UInt8(ascii: "n"), "?997;2"): return .event(.appearance(.light), count)
        default: return .nothing(count)
        }
    }
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(number)

    switch final {
    case UInt8(ascii: "M") where parameters.isEmpty:
        // The encoding before 1006: three bytes, each 32 higher than what it says.
        guard bytes.count >= count + 3 else { return .incomplete }
        return .nothing(count + 3)
    case UInt8(ascii: "[") where parameters.isEmpty:
        // F1 to F5 of the Linux console.
        guard let letter = bytes.dropFirst(count).first else { return .incomplete }
        guard (0x41...0x45).contains(letter) else { return .nothing(count) }
        return .event(.key(.function(Int(letter) - 0x40)), count + 1)
    case UInt8(ascii: "I") where parameters.isEmpty: return .event(.focus(true), count)
    case UInt8(ascii: "O") where parameters.isEmpty: return .event(.focus(false), count)
    case UInt8(ascii: "Z"): return .event(.key(.backTab), count)
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
        return .event(.key(.function(Int(final - UInt8(ascii: "P")) + 1)), count)
    case UInt8(ascii: "u"):
        guard let key = unicodeKey(numbers) else { return .nothing(count) }
        return .event(.key(key), count)
    case UInt8(ascii: "~"):
        if numbers.first == 200 { return .pasteBegins(count) }
        guard let key = editingKey(numbers.first ?? 0) else { return .nothing(count) }
        return .event(.key(key), count)
    default:
        guard let key = cursorKey(final) else { return .nothing(count) }
        return .event(.key(key), count)
    }
}

private func number(_ digits: ArraySlice<UInt8>) -> Int {
    var value = 0
    for byte in digits {
        guard (0x30..<0x3A).contains(byte), value < 100_000_000 else { break }
        value = value * 10 + Int(byte - 0x30)
    }
    return value
}

private func editingKey(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...24: .function(number - 12)
    default: nil
    }
}

/// `CSI code ; modifiers u`, for keys that have no bytes of their own in the old scheme. Modifiers are a mask plus one:
/// 1 Shift, 2 Alt, 4 Ctrl.
private func unicodeKey(_ numbers: [Int]) -> Key? {
    guard let code = numbers.first, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
    let modifiers = max((numbers.dropFirst().first ?? 1) - 1, 0)
    if code < 0x20 || code == 0x7F {
        return code == 9 && modifiers & 1 != 0 ? .backTab : controlKey(UInt8(code))
    }
    let character = Character(scalar)
    if modifiers & 4 != 0 { return .control(Character(character.lowercased())) }
    return modifiers & 2 != 0 ? .alt(character) : .character(character)
}

extension MouseEvent {
    /// xterm's mode 1006: `button ; column ; row`, from one. Bits of the button: 4 Shift, 8 Alt, 16 Ctrl, 32 moved, 64
    /// wheel.
    fileprivate init?(sgr parameters: ArraySlice<UInt8>, pressed: Bool) {
        let numbers = parameters.split(separator: UInt8(ascii: ";")).map(number)
        guard numbers.count == 3, numbers[0] < 128, numbers[1] > 0, numbers[2] > 0 else { return nil }
        let code = numbers[0]
        let action: Action
        if code & 64 != 0 {
            guard pressed else { return nil }
            action = [.wheelUp, .wheelDown, .wheelLeft, .wheelRight][code & 3]
        } else {
            guard code & 3 < 3 else { return nil }
            let button: Button = [.left, .middle, .right][code & 3]
            action = code & 32 != 0 ? .drag(button) : pressed ? .press(button) : .release(button)
        }
        self.init(
            action, at: Position(row: numbers[2] - 1, column: numbers[1] - 1), shift: code & 4 != 0, alt: code & 8 != 0,
            control: code & 16 != 0)
    }
}
