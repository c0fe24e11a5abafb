import Store

/// What an edit of made-up code reads like, before and after.
struct MadeEdit {
    var before: String?
    var after: String
    /// Hunks in unified form, for an update.
    var patch: String?
    var added: Int
    var removed = 0
    /// The first line of what changed, in the file after the edit.
    var firstLine: Int
    /// The line of the file in which a hazard stands, where one was asked for and there was room.
    var hazardLine: Int?
}

extension MadeEdit {
    static func creating(_ style: CodeStyle, hazard: [UInt8]?, _ dice: inout Dice) -> MadeEdit {
        let count = max(1, Measured.table(.linesCreated).draw(&dice))
        var code = CodeLines(style, isNew: true, dice: &dice)
        var text: [UInt8] = []
        text.reserveCapacity(count * 40)
        var edit = MadeEdit(after: "", added: count, firstLine: 1)
        for line in 1...count {
            if let hazard, line == count / 2 + 1 {
                text += hazard
                edit.hazardLine = line
            } else {
                text += code.next()
            }
            text.append(newline)
        }
        edit.after = String(decoding: text, as: UTF8.self)
        return edit
    }

    static func updating(_ style: CodeStyle, hazard: [UInt8]?, numbered: Bool, _ dice: inout Dice) -> MadeEdit {
        let size = dice.unit()
        let added = Measured.table(.linesAdded).value(at: size)
        let bytes = Measured.table(.updateBytes).value(at: size)
        var removed = Measured.table(.linesRemoved).value(at: dice.chance(0.6) ? size : dice.unit())
        if added == 0, removed == 0 { removed = 1 }
        let first = max(1, Measured.table(.firstLine).draw(&dice))

        var code = CodeLines(style, dice: &dice)
        let leading = (0..<min(first - 1, max(0, bytes / lineBytes - added) / 2)).map { _ in code.next() }
        code.mark()
        var new = (0..<added).map { _ in code.next() }
        var edit = MadeEdit(after: "", added: added, removed: removed, firstLine: first)
        if let hazard, added > 0 {
            new[added / 2] = hazard
            edit.hazardLine = first + added / 2
        }
        let old = code.former(removed)
        var trailing: [[UInt8]] = []
        var rest = bytes - new.reduce(leading.reduce(0) { $0 + $1.count + 1 }) { $0 + $1.count + 1 }
        while rest > lineBytes / 2 {
            trailing.append(code.next())
            rest -= trailing[trailing.count - 1].count + 1
        }
        edit.before = joined(leading, old, trailing)
        edit.after = joined(leading, new, trailing)
        edit.patch = patch(leading.suffix(3), old, new, trailing.prefix(3), first: numbered ? first : nil)
        return edit
    }

    /// About how long a line of code is.
    private static let lineBytes = 34
    private static let newline = UInt8(ascii: "\n")

    /// As agents keep an excerpt: no newline at its end.
    private static func joined(_ parts: [[UInt8]]...) -> String {
        var text: [UInt8] = []
        for line in parts.joined() {
            text += line
            text.append(newline)
        }
        return String(decoding: text.dropLast(), as: UTF8.self)
    }

    private static func patch(
        _ leading: ArraySlice<[UInt8]>, _ old: [[UInt8]], _ new: [[UInt8]], _ trailing: ArraySlice<[UInt8]>, first: Int?
    ) -> String {
        let around = leading.count + trailing.count
        var text: [UInt8] = []
        if let first {
            let start = first - leading.count
            text += "@@ -\(start),\(old.count + around) +\(start),\(new.count + around) @@".utf8
        } else {
            text += "@@".utf8
        }
        for (sign, lines) in [(" ", Array(leading)), ("-", old), ("+", new), (" ", Array(trailing))] {
            for line in lines {
                text.append(newline)
                text += sign.utf8
                text += line
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
