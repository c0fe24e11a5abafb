#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How well one colour is told from another, by WCAG 2.2: 1 for equal ones to 21 for black and white; text asks for 4.5.
enum Contrast {
    static let text = 4.5
    /// For glyphs and other signals.
    static let signal = 3.0

    /// "For the sRGB colorspace, the relative luminance of a color is …", components from 0 to 1.
    static func luminance(red: Double, green: Double, blue: Double) -> Double {
        func linear(_ value: Double) -> Double { value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    static func ratio(_ one: Color.Components, _ other: Color.Components) -> Double {
        func luminance(_ color: Color.Components) -> Double {
            self.luminance(
                red: Double(color.red) / 255, green: Double(color.green) / 255, blue: Double(color.blue) / 255)
        }
        let (first, second) = (luminance(one), luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }
}
