import GRDB

/// What can be wrong with a store, each as one sentence that says what, where and what to do.
package struct StoreError: Error, Equatable, CustomStringConvertible {
    package enum Code: Equatable, Sendable {
        case missing, present, notAStore, corrupt, newer(found: Int, known: Int), readOnly, noFolder, cannotOpen, full,
            busy,
            refused, unswept
    }

    package let code: Code
    package let location: String
    /// SQLite's or the system's own words, where they help.
    package let detail: String

    package init(_ code: Code, at location: String, detail: String = "") {
        self.code = code
        self.location = location
        self.detail = detail
    }

    package var description: String {
        let because = detail.isEmpty ? "" : " (\(detail))"
        return switch code {
        case .missing:
            "There is no store at '\(location)' yet: run 'colophon ingest' to make one."
        case .present:
            "There is a file '\(location)' already, and it was left as it is: name another one, or move it away."
        case .notAStore:
            "'\(location)' is not a Colophon store\(because): name another file with --store."
        case .corrupt:
            "The store '\(location)' is damaged\(because): move it aside and run 'colophon ingest' to read the "
                + "histories again, or recover it with 'sqlite3 \(location) .recover'."
        case .newer(let found, let known):
            "The store '\(location)' has schema \(found), this colophon knows schemas up to \(known): "
                + "use a newer colophon, or another file with --store."
        case .readOnly:
            "The store '\(location)' is read-only: make it writable (chmod u+w), or name another file with --store."
        case .noFolder:
            "The folder of the store '\(location)' cannot be made\(because): make it yourself, "
                + "or name another file with --store."
        case .cannotOpen:
            "The store '\(location)' cannot be opened\(because): check the folder and its permissions, "
                + "or name another file with --store."
        case .full:
            "The disk is full, so nothing more was written to '\(location)'; what it held is intact: "
                + "free some space and run the same command again."
        case .busy:
            "The store '\(location)' was in use by another program for too long: run the same command again."
        case .refused:
            "The store '\(location)' refused a row\(because)."
        case .unswept:
            "The records are gone from '\(location)', but another program reads it, so that pieces of their texts are "
                + "still in its files: close that program and run the same command again."
        }
    }
}

extension StoreError {
    /// Sorts a failure of SQLite's into one of ours; errors of others pass through unchanged.
    static func sorting(_ error: any Error, at location: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let detail = error.message ?? "\(error.resultCode)"
        let code: Code =
            switch error.resultCode {
            case .SQLITE_CORRUPT: .corrupt
            case .SQLITE_NOTADB: .notAStore
            case .SQLITE_READONLY: .readOnly
            case .SQLITE_FULL: .full
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: .refused
            case .SQLITE_IOERR where Self.isForWantOfSpace(error.extendedResultCode): .full
            default: .cannotOpen
            }
        return StoreError(code, at: location, detail: detail)
    }

    /// What SQLite says where a file system has no room to grow its files, instead of SQLITE_FULL.
    private static func isForWantOfSpace(_ code: ResultCode) -> Bool {
        code == .SQLITE_IOERR_WRITE || code == .SQLITE_IOERR_SHMSIZE
    }
}
