/// Where a figure lies, as far as its sample tells.
///
/// An end that the sample does not reach is infinite.
package struct ConfidenceInterval: Equatable, Sendable {
    package var lower: Double
    package var upper: Double

    package init(_ lower: Double, _ upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    package func map(_ transform: (Double) -> Double) -> Self { Self(transform(lower), transform(upper)) }

    package var isFinite: Bool { lower.isFinite && upper.isFinite }
}
