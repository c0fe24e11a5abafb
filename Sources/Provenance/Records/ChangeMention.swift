/// A pull or merge request that a history names: it ties the session to the change.
package struct ChangeMention: Equatable, Sendable {
    package var session: UID
    package var repository: String
    package var number: Int
    package var url: String
    package var at: Int64

    package init(session: UID, repository: String, number: Int, url: String, at: Int64) {
        self.session = session
        self.repository = repository
        self.number = number
        self.url = url
        self.at = at
    }
}
