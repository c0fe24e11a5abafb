extension Color {
    private static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

    /// `default`, `red`, `bright-red`, `#ff8800`, `208`.
    init?(name: String) {
        if name == "default" {
            self = .standard
        } else if let number = Self.names.firstIndex(of: name) {
            self = .ansi(UInt8(number))
        } else if name.hasPrefix("bright-"), let number = Self.names.firstIndex(of: String(name.dropFirst(7))) {
            self = .ansi(UInt8(number) + 8)
        } else if name.utf8.count == 7, name.hasPrefix("#"), name.dropFirst().allSatisfy(\.isHexDigit),
            let number = UInt32(name.dropFirst(), radix: 16)
        {
            self = .rgb(UInt8(number >> 16), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF))
        } else if name.allSatisfy(\.isNumber), let number = UInt8(name) {
            self = number < 16 ? .ansi(number) : .indexed(number)
        } else {
            return nil
        }
    }

    /// As a theme file names it.
    package var name: String {
        switch self {
        case .standard: return "default"
        case .ansi(let number): return (number % 16 < 8 ? "" : "bright-") + Self.names[Int(number % 8)]
        case .indexed(let number): return "\(number)"
        case .rgb(let red, let green, let blue):
            let digits = [red, green, blue].map { byte in
                let text = String(byte, radix: 16)
                return text.count < 2 ? "0" + text : text
            }
            return "#" + digits.joined()
        }
    }
}
