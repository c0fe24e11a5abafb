/// Writes what a store holds in the form that others read, a piece at a time: memory does not grow with the store.
package protocol Exporter {
    /// - Parameter write: takes the next bytes.
    /// - Returns: how many records went out, in the words of a sentence: `12 answers of 3 sessions`.
    mutating func export(to write: ([UInt8]) throws -> Void) throws -> String
}
