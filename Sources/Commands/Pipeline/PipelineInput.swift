import Foundation
import Ingest

/// A file to import.
enum PipelineInput {
    /// What sentences call it.
    static func name(_ file: String) -> String { file == "-" ? "the input" : file }

    static func read(_ file: String, by reader: PipelineReader) throws -> PipelineReading {
        let data: Data
        if file == "-" {
            data = FileHandle.standardInput.readData(ofLength: PipelineReader.largest + 1)
        } else {
            let attributes = try? FileManager.default.attributesOfItem(
                atPath: URL(fileURLWithPath: file).resolvingSymlinksInPath().path)
            guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
                throw CommandError("There is no file '\(file)': name what a host wrote, or - for a pipe.")
            }
            guard attributes[.size] as? Int ?? .max <= PipelineReader.largest else {
                throw CommandError("'\(file)' is larger than \(PipelineReader.largest >> 20) MB: import it in parts.")
            }
            guard let read = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
                throw CommandError("'\(file)' cannot be read: see whether you may.")
            }
            data = read
        }
        do { return try data.withUnsafeBytes { try reader.read($0, name: name(file)) } } catch let error
            as PipelineFileError
        {
            throw CommandError(error.description)
        }
    }
}
