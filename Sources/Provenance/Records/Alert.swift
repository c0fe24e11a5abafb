/// An alarm or a failure log.
package struct Alert: Equatable, Sendable {
    package var uid: UID
    package var title: String
    /// The log or stack trace that came with it.
    package var text: Body?
    package var service: String?
    /// The revision that was deployed.
    package var revision: String?
    package var severity: Severity?
    package var at: Int64

    package init(uid: UID, title: String, at: Int64) {
        self.uid = uid
        self.title = title
        self.at = at
    }
}
