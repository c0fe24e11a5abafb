package import Git
package import Store

extension RepositoryPlace {
    /// The repository of the work tree in which the user stands, as the store knows it; `nil` where it holds nothing of
    /// it. Git is not started.
    package static func here(_ checkout: Checkout, in store: Store) throws -> RepositoryPlace? {
        try RepositoryNaming(store: store).remembered(checkout)
    }
}
