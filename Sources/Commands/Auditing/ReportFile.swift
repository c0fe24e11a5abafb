import Foundation
import Scanners

/// The file of a scanner's report.
enum ReportFile {
    /// - Parameter name: `-` is standard input.
    static func read(_ name: String) throws -> [ScannerReport] {
        let data: Data
        if name == "-" {
            data = FileHandle.standardInput.readData(ofLength: ScannerReader.largest + 1)
        } else {
            let attributes = try? FileManager.default.attributesOfItem(
                atPath: URL(fileURLWithPath: name).resolvingSymlinksInPath().path)
            guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
                throw CommandError("There is no file '\(name)': name the report that a scanner wrote, or - for a pipe.")
            }
            guard attributes[.size] as? Int ?? .max <= ScannerReader.largest else {
                throw CommandError(
                    "'\(name)' is larger than \(ScannerReader.largest >> 20) MB: let the scanner write one file for each part of the code."
                )
            }
            guard let read = try? Data(contentsOf: URL(fileURLWithPath: name)) else {
                throw CommandError("'\(name)' cannot be read: see whether you may.")
            }
            data = read
        }
        return try data.withUnsafeBytes { try ScannerReader.read($0, name: name == "-" ? "the input" : name) }
    }
}
