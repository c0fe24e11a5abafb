/// A workflow of GitHub, line by line: what outsiders write is put into a script before the shell reads it.
///
/// "Contexts that can contain untrusted input": docs.github.com, Security hardening for GitHub Actions.
struct Workflow {
    private var scriptColumn = -1
    private static let keys = ["run:", "script:", "inlinescript:"]
    private static let untrusted = [
        "github.event.issue.title", "github.event.issue.body", "github.event.pull_request.title",
        "github.event.pull_request.body", "github.event.comment.body", "github.event.review.body",
        "github.event.review_comment.body", "github.event.head_commit.message", "github.event.head_commit.author",
        "github.event.commits", "github.event.pull_request.head.ref", "github.event.pull_request.head.label",
        "github.event.pull_request.head.repo.default_branch", "github.head_ref", "github.event.discussion.title",
        "github.event.discussion.body", "github.event.pages", "github.event.inputs",
        "github.event.workflow_run.head_branch",
        "github.event.client_payload",
    ]

    /// Whether the line puts what outsiders write into a script.
    mutating func takes(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = line.firstIndex(where: { $0 > 0x20 }) else { return false }
        var column = first - line.startIndex
        var rest = line[first...]
        while rest.first == UInt8(ascii: "-"), rest.dropFirst().first == 0x20 {
            column += 2
            rest = rest.dropFirst(2)
        }
        if scriptColumn >= 0, column <= scriptColumn { scriptColumn = -1 }
        if scriptColumn < 0 {
            guard Self.keys.contains(where: { ASCII.equals($0, rest.prefix($0.utf8.count)) }) else { return false }
            scriptColumn = column
        }
        guard ASCII.has("${{", in: line) else { return false }
        return Self.untrusted.contains { ASCII.has($0, in: line) }
    }
}
