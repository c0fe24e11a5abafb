import Provenance
package import Store

/// Sessions as OTLP/JSON by the GenAI conventions, one resource a line, as the collector's file exporter writes them.
///
/// A session is a trace, a prompt a span `invoke_agent` in it, an answer a span `chat` under its prompt. What the
/// conventions have no name for stands under `colophon.*`: see `ColophonName`.
package struct OTLPExporter: Exporter {
    private let store: Store
    private let filter: Filter
    private var origin: String?
    private var answers = 0
    private var sessions = 0

    static let page = 50

    package init(store: Store, filter: Filter) {
        self.store = store
        self.filter = filter
    }

    package mutating func export(to write: ([UInt8]) throws -> Void) throws -> String {
        origin = try store.synthetic()
        var last: PageKey?
        while true {
            let page = try store.keptSessions(after: last, limit: Self.page)
            for session in page { try export(session, to: write) }
            guard let end = page.last, page.count == Self.page else { break }
            last = end.key
        }
        return "\(answers) answers of \(sessions) sessions"
    }

    private mutating func export(_ session: Store.Kept<Session>, to write: ([UInt8]) throws -> Void) throws {
        var line = OTLPLine(session: session.record, madeUpFrom: origin)
        for asker in [Prompt.Asker.person, .agent] {
            try Self.eachPage({ [store, filter] in
                try store.keptPrompts(in: session, by: asker, matching: filter, after: $0, limit: Self.page)
            }) { (prompt: Prompt, _) in
                try line.add(OTLPSpan(prompt: prompt, of: session.record), to: write)
            }
        }
        // By thread: up to which segment an answer has been written.
        var told: [String: Int] = [:]
        var answers = 0
        try Self.eachPage({ [store, filter] in
            try store.keptGenerations(in: session, matching: filter, after: $0, limit: Self.page)
        }) { [store] (generation: Generation, id) in
            var segments: [Segment] = []
            if let context = generation.context {
                let first = max(context.lowerBound, (told[generation.thread] ?? 0) + 1)
                if first <= context.upperBound {
                    segments = try store.keptSegments(
                        in: session, thread: generation.thread, first...context.upperBound,
                        limit: OTLPSpan.segmentLimit)
                }
                told[generation.thread] = max(told[generation.thread] ?? 0, context.upperBound)
            }
            let edits = try store.keptEdits(of: generation, id: id)
            try line.add(
                OTLPSpan(generation: generation, of: session.record, seeing: segments, edits: edits), to: write)
            answers += 1
        }
        self.answers += answers
        // A session in which nothing was said is still one, where nothing was sought.
        try line.end(evenIfEmpty: filter == .everything, to: write)
        if line.count > 0 { sessions += 1 }
    }

    private static func eachPage<Record>(
        _ read: (PageKey?) throws -> [Store.Kept<Record>], _ body: (Record, Int64) throws -> Void
    ) throws {
        var last: PageKey?
        while true {
            let page = try read(last)
            for kept in page { try body(kept.record, kept.key.id) }
            guard let end = page.last, page.count == Self.page else { return }
            last = end.key
        }
    }
}
