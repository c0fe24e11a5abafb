package import Text

/// Why bytes are no source map that can be read.
package enum SourceMapError: Error, Equatable, Sendable {
    case notJSON(JSONError)
    case otherVersion
    case badMappings
}

extension SourceMapError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notJSON(let error): "The source map is no JSON: \(error)"
        case .otherVersion: "The source map is not of version 3; build the bundle's map anew."
        case .badMappings: "The source map's mappings are damaged; build the bundle's map anew."
        }
    }
}
