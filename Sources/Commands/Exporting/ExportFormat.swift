import ArgumentParser

/// What `export` writes.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case agentTrace = "agent-trace"
    case gitAI = "git-ai"
}
