import GRDB
package import Provenance

import struct Foundation.Data

extension Store {
    /// The tokens of a generation's output; `nil` where none were recorded, or not so that they can be read.
    package func tokenRun(of generation: Int64) throws -> TokenRun? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM token_run WHERE generation = ?", arguments: [generation])
                .flatMap { row in
                    TokenBlobs(
                        count: row["count"], lengths: Array(row["lengths"] as Data),
                        logprobs: (row["logprobs"] as Data?).map(Array.init),
                        ids: (row["ids"] as Data?).map(Array.init),
                        alternatives: (row["alternatives"] as Data?).map(Array.init)
                    ).run
                }
        }
    }
}
