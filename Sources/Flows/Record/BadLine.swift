/// Why a line is not recorded, as one sentence; its number stands before it where it is shown.
struct BadLine: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
