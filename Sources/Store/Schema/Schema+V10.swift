extension Schema {
    /// Version 10: indexes that hold all that figures are made from, so that no row of a hundred thousand changes or commits
    /// is looked up; and what was taken back by when that was, which is how it is asked for.
    static let v10 = """
        DROP INDEX change_created;
        CREATE INDEX change_created ON change (repository, created_at, number, state, kind, is_bot, ready_at, first_commit_at,
                first_review_at, merged_at, closed_at, seen_at, added, removed, late_commits, has_conflicts, generated)
            WHERE created_at IS NOT NULL;
        DROP INDEX change_merged;
        CREATE INDEX change_merged ON change (repository, merged_at, created_at) WHERE merged_at IS NOT NULL;
        DROP INDEX mainline_landed;
        CREATE INDEX mainline_landed ON mainline (repository, landed_at, hash, authored_at, parents, is_first, is_bot, marks,
            generated_lines, reverts, conflicts, other_tokens, other_bits);
        DROP INDEX mainline_reverts;
        CREATE INDEX mainline_reverts ON mainline (repository, landed_at) WHERE reverts IS NOT NULL;
        """
}
