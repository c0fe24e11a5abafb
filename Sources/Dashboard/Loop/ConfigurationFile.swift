/// The user's configuration, as who reads it hands it on: where it lies, what it said, and what it says now.
package struct ConfigurationFile: Sendable {
    package var folder: String
    package var file: String
    package var look: Dashboard.Look
    package var read: @Sendable () -> Dashboard.Look?

    package init(
        folder: String, file: String, look: Dashboard.Look, read: @escaping @Sendable () -> Dashboard.Look?
    ) {
        self.folder = folder
        self.file = file
        self.look = look
        self.read = read
    }
}
