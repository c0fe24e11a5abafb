import Text

/// A Jupyter notebook's file.
enum Notebook {
    /// The source of one cell; "source" is a string or a list of lines (nbformat 4).
    static func cell(_ id: String?, in file: String) -> String? {
        guard let id else { return nil }
        var file = file
        let tape = JSONTape()
        return file.withUTF8 { bytes in
            guard let root = try? tape.parse(UnsafeRawBufferPointer(bytes)) else { return nil }
            for cell in root["cells"].elements where cell["id"].string == id {
                return cell["source"].string ?? cell["source"].elements.compactMap(\.string).joined()
            }
            return nil
        }
    }
}
