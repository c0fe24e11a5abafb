/// Whether the terminal's ground is dark or light.
package enum Appearance: String, CaseIterable, Hashable, Sendable {
    case dark, light

    /// What a background comes to: light from the luminance on at which black and white contrast with it alike.
    init(red: Double, green: Double, blue: Double) {
        self = Contrast.luminance(red: red, green: green, blue: blue) > 0.179 ? .light : .dark
    }

    /// The answer to OSC 11, in one of the forms of XParseColor: `11;rgb:1e1e/1e1e/2e2e`, `11;rgba:…`, `11;#1e1e2e`.
    init?(answer: String) {
        guard answer.utf8.count < 64, answer.hasPrefix("11;") else { return nil }
        var parts: [Substring]
        if answer.hasPrefix("11;#") {
            let digits = answer.dropFirst(4)
            guard digits.count.isMultiple(of: 3), !digits.isEmpty else { return nil }
            let width = digits.count / 3
            parts = (0..<3).map { digits.dropFirst($0 * width).prefix(width) }
        } else {
            guard let colon = answer.firstIndex(of: ":") else { return nil }
            guard ["rgb", "rgba"].contains(answer[..<colon].dropFirst(3)) else { return nil }
            parts = answer[answer.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
        }
        // "h, hh, hhh, or hhhh": so many sixteenths, 256ths, …
        let values = parts.prefix(3).compactMap { part -> Double? in
            guard (1...4).contains(part.count), let value = UInt16(part, radix: 16), part.first != "+" else {
                return nil
            }
            return Double(value) / Double(1 << (4 * part.count) - 1)
        }
        guard values.count == 3 else { return nil }
        self.init(red: values[0], green: values[1], blue: values[2])
    }

    /// `COLORFGBG`, as rxvt, Konsole and others set it: `foreground;background`, or `foreground;default;background`.
    package init?(colorFgBg: String) {
        guard let last = colorFgBg.split(separator: ";", omittingEmptySubsequences: false).last,
            let background = UInt8(last), background < 16
        else { return nil }
        // Of the sixteen, 7 and 9 to 15 are light.
        self = background == 7 || background > 8 ? .light : .dark
    }
}
