/// Takes secrets out of a text before anything of it reaches the disk.
///
/// One pass over the UTF-8 bytes looks for a few hundred four-byte anchors (`Anchors`); only where one stands are the
/// exact rules asked. Linear time on any input; safe to share between threads.
///
///     let clean = Redactor().redact("DB_PASSWORD=…", path: ".env")?.text
package struct Redactor: Sendable {
    private let anchors = Anchors.standard

    package init() {}

    /// The text with a marker in place of each secret, or nil when it holds none; then nothing was copied.
    ///
    /// - Parameter path: the file the text comes from, if any. In `.env`-like files every value that looks random is a
    ///   secret, whatever its name.
    package func redact(_ text: String, path: String? = nil) -> Redacted? {
        let found = text.utf8.withContiguousStorageIfAvailable { redact(Bytes($0), path: path) }
        if let found { return found }
        var copy = text
        return copy.withUTF8 { redact(Bytes($0), path: path) }
    }

    private func redact(_ bytes: Bytes, path: String?) -> Redacted? {
        var scan = Scan(bytes)
        anchors.scan(bytes) { window, buckets in scan.visit(window, buckets) }
        scan.visitAWSSecrets()
        if let path, isEnvironmentFile(path) { scan.visitEnvironmentLines() }
        return scan.findings.isEmpty ? nil : Redacted(bytes, without: scan.findings)
    }
}
