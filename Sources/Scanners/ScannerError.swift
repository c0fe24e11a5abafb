/// Why a file is not taken as a scanner's report: what, where, and what to do, as one text.
package struct ScannerError: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
