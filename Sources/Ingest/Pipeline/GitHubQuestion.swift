/// What GitHub's GraphQL is asked for all that is read of a pull request.
///
/// `gh pr list --json commits` is refused above 49 requests: "…is requesting up to 505,050 possible nodes which exceeds the
/// maximum limit of 500,000", for it asks for a hundred authors of a hundred commits each.
package enum GitHubQuestion {
    /// With the variables `owner`, `name` and, for `gh api --paginate`, `endCursor`.
    package static let changes = """
        query($owner: String!, $name: String!, $endCursor: String) {
          repository(owner: $owner, name: $name) {
            pullRequests(first: 40, after: $endCursor, orderBy: {field: CREATED_AT, direction: DESC}) {
              pageInfo { hasNextPage endCursor }
              nodes {
                number title url state isDraft createdAt mergedAt closedAt updatedAt mergeable
                author { __typename login }
                headRefName headRefOid baseRefName mergeCommit { oid }
                additions deletions changedFiles
                labels(first: 20) { nodes { name } }
                timelineItems(last: 5, itemTypes: [READY_FOR_REVIEW_EVENT]) {
                  nodes { __typename ... on ReadyForReviewEvent { createdAt } }
                }
                reviews(first: 50) { nodes { author { login } state submittedAt } }
                commits(first: 100) {
                  totalCount
                  nodes { commit { authoredDate message authors(first: 5) { nodes { name email } } } }
                }
              }
            }
          }
        }
        """
}
