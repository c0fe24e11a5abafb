import ArgumentParser

/// What `export` writes.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case otlp
    case agentTrace = "agent-trace"
    case gitAI = "git-ai"
}
