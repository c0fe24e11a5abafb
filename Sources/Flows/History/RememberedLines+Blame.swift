import Git
import Store

extension RememberedLines {
    init(_ blame: FileBlame) {
        self.init(
            commits: blame.commits.values.sorted { $0.hash < $1.hash }.map { commit in
                Commit(
                    hash: commit.hash, author: commit.author, mail: commit.mail, authoredAt: commit.authoredAt,
                    committedAt: commit.committedAt, summary: commit.summary, isBoundary: commit.isBoundary)
            },
            spans: blame.spans.map { span in
                Span(
                    lines: span.lines, origin: Place(span.origin), firstLine: span.firstLine,
                    previous: span.previous.map(Place.init(_:)))
            })
    }
}

extension RememberedLines.Place {
    fileprivate init(_ place: FilePlace) {
        self.init(commit: place.commit, path: place.path)
    }
}

extension FilePlace {
    fileprivate init(_ place: RememberedLines.Place) {
        self.init(commit: place.commit, path: place.path)
    }
}

extension FileBlame {
    init(_ kept: RememberedLines) {
        self.init()
        for commit in kept.commits {
            var told = BlamedCommit(hash: commit.hash)
            told.author = commit.author
            told.mail = commit.mail
            told.authoredAt = commit.authoredAt
            told.committedAt = commit.committedAt
            told.summary = commit.summary
            told.isBoundary = commit.isBoundary
            commits[commit.hash] = told
        }
        spans = kept.spans.map { span in
            BlameSpan(
                lines: span.lines, origin: FilePlace(span.origin), firstLine: span.firstLine,
                previous: span.previous.map(FilePlace.init(_:)))
        }
    }
}
