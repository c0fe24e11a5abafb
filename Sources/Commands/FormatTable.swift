/// What `ingest --formats` says of each history.
enum FormatTable {
    static let text = """
        claude-code  Claude Code, ~/.claude/projects/**/*.jsonl, sub-agents included
          tells      prompts, answers, models, tokens with cache reads and writes, every edit with its place in the file,
                     files read, tool results, pull-request links, rejected and failed edits
          does not   log probabilities; what a command wrote beyond here-documents (marked as touched);
                     input tokens of old versions can be placeholders
        codex        Codex, ~/.codex/sessions/**/*.jsonl and archived_sessions
          tells      prompts, answers, models, tokens, every apply_patch, commands and their output
          does not   log probabilities; line numbers of patches, where no patch_apply_end event gives them;
                     ids of answers (made here from the first id inside each)

        """
}
