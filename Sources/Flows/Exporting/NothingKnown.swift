/// Nothing is known of the lines of the commits that were asked for.
package struct NothingKnown: Error, Equatable, CustomStringConvertible {
    let summary: RevisionAttribution.Summary

    package var description: String {
        "Nothing is known here of the lines that were asked for (commits looked at: \(summary.commits), added lines: "
            + "\(summary.lines)): nothing was written."
    }
}
