/// What marks a file as a Colophon store, and how its schema grows.
package enum Schema {
    /// `PRAGMA application_id`: "Clph" in ASCII.
    package static let applicationID: Int32 = 0x436C_7068
    /// `PRAGMA user_version` of the newest migration here.
    package static let version = 11

    /// The SQL of each version, oldest first. Append only; what has landed is frozen.
    static let migrations = [v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11]
}
