/// One line of a file, as `LineReader` hands it out.
package struct Line {
    /// The line without its newline (or carriage return and newline); valid until the reader's next call.
    package var bytes: UnsafeRawBufferPointer
    /// Counted from the number given to the reader for its first line.
    package var number: Int
    /// Where the line begins in the file, and where it ends: after its newline.
    package var start: Int64
    package var end: Int64
    /// False for a last line without a newline, which may still be growing.
    package var isTerminated: Bool
    /// How many long strings were cut; 0 for all but huge lines.
    package var shortened: Int
    /// Even shortened the line did not fit: `bytes` is empty.
    package var isTooLong: Bool
}
