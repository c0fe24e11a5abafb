import Git
import Store

extension RememberedLines.Commit {
    init(_ commit: BlamedCommit) {
        self.init(
            hash: commit.hash, author: commit.author, mail: commit.mail, authoredAt: commit.authoredAt,
            committedAt: commit.committedAt, summary: commit.summary, isBoundary: commit.isBoundary)
    }
}

extension BlamedCommit {
    init(_ commit: RememberedLines.Commit) {
        self.init(hash: commit.hash)
        author = commit.author
        mail = commit.mail
        authoredAt = commit.authoredAt
        committedAt = commit.committedAt
        summary = commit.summary
        isBoundary = commit.isBoundary
    }
}

extension RememberedLines.Span {
    init(_ span: BlameSpan, isOpen: Bool = false, isUntouched: Bool = false) {
        self.init(
            lines: span.lines, origin: .init(span.origin), firstLine: span.firstLine,
            previous: span.previous.map { .init($0) }, isOpen: isOpen, isUntouched: isUntouched)
    }
}

extension BlameSpan {
    init(_ span: RememberedLines.Span) {
        self.init(
            lines: span.lines, origin: FilePlace(span.origin), firstLine: span.firstLine,
            previous: span.previous.map(FilePlace.init(_:)))
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
