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
        gemini-cli   Gemini CLI, ~/.gemini/tmp/*/chats: JSON Lines, and the single objects of older versions
          tells      prompts, answers, models, tokens with cache reads, every write_file and replace, its place in the
                     file where the diff was kept, what the person changed or refused, files named with @
          does not   log probabilities; cache writes; the branch; what an answer had seen after something was taken
                     back; the project's folder, where no file beside the chats and no edited path tells it
        copilot-cli  Copilot CLI, ~/.copilot/session-state/*/events.jsonl
          tells      prompts, answers, models, repository, branch and commit, every edit and what became of it, its place
                     in the file where the diff was kept; output tokens from newer versions
          does not   log probabilities; input and cached tokens (those events are not kept)
        vscode-copilot  VS Code's chats with Copilot, <user>/workspaceStorage/*/chatSessions/*.json
          tells      prompts, answers round by round, models, files and edits, the request as it was sent
          does not   log probabilities; tokens, where the version kept none; times of single rounds; the places of edits;
                     whether the person kept an edit
        vscode-copilot-log  the same chats as newer versions keep them, a log of changes, <user>/…/chatSessions/*.jsonl
          tells      the same, and requests that were taken back or sent anew, until VS Code writes the file anew
          does not   the same; an answer before it is whole
        cursor       Cursor's agent transcripts, ~/.cursor/projects/*/agent-transcripts
          tells      prompts, answers, every edit as it was proposed
          does not   times (the file's own stands for them), models, tokens, log probabilities, tool results, what became
                     of an edit; ids (made here from the file's id, the place and the text)
        cursor-store  Cursor's conversations, <user>/Cursor/User/globalStorage/state.vscdb, read beside a running Cursor
          tells      prompts, answers, calls and what became of them; models and tokens where they were kept
          does not   log probabilities; cached tokens; the folder, where the conversation does not name it; code blocks
                     of older versions, as edits
        windsurf     Windsurf, ~/.windsurf/transcripts/*.jsonl
          tells      prompts, answers, every edit with its place in the file, commands, what was accepted
          does not   times (the file's own stands for them), models, tokens, log probabilities; ids (made here)
        opencode     OpenCode, ~/.local/share/opencode/opencode.db, read beside a running OpenCode
          tells      prompts, answers, models, tokens with cache reads and writes, every edit, its place in the file where
                     the diff was kept, sub-agents
          does not   log probabilities; the branch
        opencode-files  OpenCode's sessions before it had a database, ~/.local/share/opencode/storage/session/*/ses_*.json
                     with message and part beside session
          tells      the same as the database, under the same ids
          does not   the same; what changes in messages before the last two is seen with the next message
        aider        aider's .aider.chat.history.md, at the top of the repository one stands in or of a folder that is
                     named
          tells      prompts, answers, SEARCH/REPLACE blocks, which of them were applied, tokens as aider rounds them
          does not   times beyond the chat's start (this machine's clock); whole-file and diff formats of edits; log
                     probabilities; ids (made here from the chat's start and first question)
        agent-trace  Agent Trace records, .agent-trace/traces.jsonl at the top of the repository one stands in; agentdiff's
                     in refs/agentdiff/meta; files that are named, JSON Lines or one object
          tells      which lines of which revision an agent or a person wrote, models, the session where one is named,
                     the first words of a prompt where they were kept (shown as an excerpt)
          does not   prompts, answers, code, tokens; whether a signature holds; what a rebase made of the revision
        otlp         telemetry in files: OTLP/JSON (lines as the collector's file exporter writes them, one object, a list),
                     and an OpenTelemetry SDK's own objects (Gemini CLI's outfile); named, or .jsonl and .json in a folder
          tells      GenAI spans and events, old names and new: conversations (else one a trace), prompts, answers, models,
                     tokens, instructions, tool results, calls that write files; of Claude Code's own events prompts,
                     failed and refused calls, what its settings allowed by themselves, commits; of Codex's patches,
                     decisions; of Gemini CLI's sessions; all of 'colophon export --format otlp'
          does not   answers of Claude Code, Codex, Gemini CLI and Copilot that telemetry names otherwise than their
                     histories do (request_id, prompt_id): these tell them; prompts of Codex; words that were not
                     captured; metrics; log probabilities. Input tokens are taken to hold the cached ones, as the
                     conventions say, but where they are fewer or the total says otherwise
        git-ai       git-ai's notes of commits: refs/notes/ai, ai-stash and those of remotes, refs/ai/authorship of older
                     versions; a file of one (.note, or .json whose name holds the commit)
          tells      which lines of a commit's files come from which conversation, model and person; in notes of before
                     1.3.4 prompts, answers and edits too
          does not   words, in newer notes; tokens; times of single edits; the conversation's start (the first commit's
                     time stands for it); lines of a commit whose note was lost in a rebase. Words of a conversation
                     whose own history is in the store are left out; one that is read later stands beside them
        h5i          h5i's notes, refs/h5i/notes
          tells      the prompt, model and agent of a commit
          does not   the conversation (each commit is one of its own), the answer, lines, edits
        entire       Entire's checkpoints: the branch entire/checkpoints/v1, local or of a remote, and
                     refs/entire/checkpoints; a folder of one that is named (<n>/full.jsonl beside metadata.json)
          tells      what the transcripts kept in them tell, each as its own agent's; the session's branch; which commits
                     it went into (Entire-Checkpoint)
          does not   lines of a commit; prompts alone, where a transcript is of no kind that is known
        What lies in git is read from the repository one stands in or names, and from those that the store knows.

        A line or file of one object may have 64 MB, its texts of over 4 MB cut; what is longer is told and left out.

        """
}
