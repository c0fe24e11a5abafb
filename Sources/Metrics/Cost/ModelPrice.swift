/// What a model costs from a day on: US dollars for a million tokens.
package struct ModelPrice: Equatable, Sendable {
    /// Its name, without the date that makers put behind it.
    package var model: String
    /// Days since 1970, UTC.
    package var from: Int64
    package var input: Double
    package var output: Double
    package var cacheRead: Double
    package var cacheWrite: Double

    /// - Parameters:
    ///   - cacheRead: `nil` where input from a cache costs as much as any other.
    ///   - cacheWrite: likewise.
    package init(
        _ model: String, from: Int64 = 0, input: Double, output: Double, cacheRead: Double? = nil,
        cacheWrite: Double? = nil
    ) {
        self.model = model
        self.from = from
        self.input = input
        self.output = output
        self.cacheRead = cacheRead ?? input
        self.cacheWrite = cacheWrite ?? input
    }
}
