/// A colour as a theme names it. What the terminal cannot show becomes the nearest that it can.
package enum Color: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// One of the terminal's 16 colours, which its user has chosen: 0 black, 1 red, 2 green, 3 yellow, 4 blue, 5
    /// magenta, 6 cyan, 7 white, and 8 to 15 the bright ones.
    case ansi(UInt8)
    /// One of the 256: from 16 a cube of 6×6×6, from 232 a ramp of greys.
    case indexed(UInt8)
    case rgb(UInt8, UInt8, UInt8)

    typealias Components = (red: Int, green: Int, blue: Int)

    /// How many colours a terminal of direct colours has: a number is then its red, green and blue, but for 0 to 7, which
    /// are the terminal's own still.
    static let direct = 1 << 24

    /// The number of this colour on a terminal that has `colors` of them; -1 for the terminal's own.
    func number(colors: Int) -> Int32 {
        switch self {
        case .standard:
            return -1
        case .ansi(let number):
            return Int32(number) % 16
        case .indexed(let number) where number < 16:
            return Int32(number)
        case .indexed(let number) where colors == 256:
            return Int32(number)
        case .indexed, .rgb:
            guard let components else { return -1 }
            if colors >= Self.direct {
                // The darkest blues are the numbers of palette colours: a shade of green makes them their own again.
                let number = components.red << 16 | components.green << 8 | components.blue
                return Int32(number < 16 ? number | 1 << 8 : number)
            }
            return colors >= 256 ? nearestOf256(components) : nearestOf16(components)
        }
    }

    /// Red, green and blue from 0 to 255; `nil` for colours that are the terminal's.
    var components: Components? {
        switch self {
        case .standard, .ansi: nil
        case .indexed(let number): number < 16 ? nil : Self.components(ofIndexed: number)
        case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
        }
    }

    /// `0xRRGGBB`
    static func components(_ number: UInt32) -> Components {
        (Int(number >> 16 & 0xFF), Int(number >> 8 & 0xFF), Int(number & 0xFF))
    }

    fileprivate static func components(ofIndexed number: UInt8) -> Components {
        if number >= 232 {
            let grey = 8 + 10 * (Int(number) - 232)
            return (grey, grey, grey)
        }
        let place = Int(number) - 16
        guard place >= 0 else { return (0, 0, 0) }
        return (cube[place / 36], cube[place / 6 % 6], cube[place % 6])
    }
}

/// The steps of the colour cube, as xterm and all after it have them.
private let cube = [0, 95, 135, 175, 215, 255]

private func distance(_ one: Color.Components, _ other: Color.Components) -> Int {
    let (red, green, blue) = (one.red - other.red, one.green - other.green, one.blue - other.blue)
    return 3 * red * red + 6 * green * green + blue * blue
}

private func nearestOf256(_ color: Color.Components) -> Int32 {
    let candidates = (16...255).map { UInt8($0) }
    let best = candidates.min {
        distance(Color.components(ofIndexed: $0), color) < distance(Color.components(ofIndexed: $1), color)
    }
    return Int32(best ?? 16)
}

/// The 16 colours are the user's, so their exact values are unknown: hue by the strong components, brightness by the
/// top.
private func nearestOf16(_ color: Color.Components) -> Int32 {
    let top = max(color.red, color.green, color.blue)
    guard top >= 64 else { return 0 }
    let low = min(color.red, color.green, color.blue)
    if top - low < 32 { return top < 112 ? 8 : top < 208 ? 7 : 15 }
    let strong = (top + low) / 2
    let hue = (color.red > strong ? 1 : 0) + (color.green > strong ? 2 : 0) + (color.blue > strong ? 4 : 0)
    return Int32(hue + (top >= 208 ? 8 : 0))
}
