/// Nothing is known of the lines of the commits that were asked for.
package struct NothingKnown: Error, Equatable, CustomStringConvertible {
    let summary: RevisionAttribution.Summary

    package var description: String {
        "Of \(summary.commits) commits with \(summary.lines) added lines nothing is known here: nothing was written."
    }
}
