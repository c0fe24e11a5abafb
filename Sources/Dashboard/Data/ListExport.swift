import Flows
import Store
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes a list to a new file in the working folder, page by page: a million rows need no more memory than one page.
struct ListExport {
    let data: any DashboardData
    let request: ExportRequest

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private static let pageSize = 500

    /// - Returns: what was written, as a sentence.
    func write() throws -> String {
        let name = try newName()
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Failure(description: "'\(name)' cannot be made here: \(String(cString: strerror(errno))).")
        }
        do {
            let count = try write(to: descriptor)
            guard close(descriptor) == 0 else { throw Failure(description: "'\(name)' could not be written.") }
            let noun = request.pipeline == nil ? request.subject.noun(isOne: count == 1) : "figures"
            return "wrote \(count.grouped) \(noun) to \(name)"
        } catch {
            close(descriptor)
            unlink(name)
            throw error
        }
    }

    private func write(to descriptor: Int32) throws -> Int {
        var writer = request.format.writer()
        var bytes: [UInt8] = []
        if let account = request.pipeline {
            writer.begin(PipelineRows.columns, to: &bytes)
            for tile in account.tiles { writer.row(PipelineRows.values(of: tile), to: &bytes) }
            writer.end(to: &bytes)
            try Self.put(&bytes, to: descriptor)
            return account.tiles.count
        }
        writer.begin(columns, to: &bytes)
        var count = 0
        try forEachPage { page in
            for row in page { writer.row(values(of: row), to: &bytes) }
            count += page.count
            try Self.put(&bytes, to: descriptor)
        }
        writer.end(to: &bytes)
        try Self.put(&bytes, to: descriptor)
        return count
    }

    /// What is marked, or all that the filter finds.
    private func forEachPage(_ body: ([ListRow]) throws -> Void) throws {
        guard request.rows.isEmpty else { return try body(request.rows) }
        var key: PageKey?
        while true {
            let rows = try data.rows(
                PageRequest(
                    ticket: 0, subject: request.subject, filter: request.filter, order: request.order, from: key,
                    direction: .older, limit: Self.pageSize))
            try body(rows)
            guard rows.count == Self.pageSize, let last = rows.last else { return }
            key = last.key(by: request.order)
        }
    }

    private var columns: [OutputColumn] {
        switch request.subject.table {
        case .turns: ListColumns.turns
        case .generations: ListColumns.generations
        case .edits: ListColumns.edits
        case .sessions: ListColumns.sessions
        case .findings: ListColumns.findings
        case .alerts: ListColumns.alerts
        }
    }

    private func values(of row: ListRow) -> [OutputValue] {
        switch row {
        case .turn(let row): ListColumns.values(of: row)
        case .generation(let row): ListColumns.values(of: row)
        case .session(let row): ListColumns.values(of: row)
        case .finding(let row): ListColumns.values(of: row)
        case .alert(let row): ListColumns.values(of: row)
        }
    }

    /// `colophon-turns-20261126-124307.csv`: a name that says what and when, and that nothing has yet.
    private func newName() throws -> String {
        let parts = TimeZoneClock.local.parts(of: Timestamp.now)
        let stamp = (parts.date + "-" + parts.clock).filter { $0.isNumber || $0 == "-" }
        let name = "colophon-\(request.pipeline == nil ? "\(request.subject.table)" : "pipeline")-\(stamp)"
        let ending = request.format == .markdown ? "md" : request.format.rawValue
        for number in 1...99 {
            let path = number == 1 ? "\(name).\(ending)" : "\(name)-\(number).\(ending)"
            if access(path, F_OK) != 0 { return path }
        }
        throw Failure(description: "There are too many files '\(name)' here already: move some away.")
    }

    private static func put(_ bytes: inout [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { DashboardSystem.write(descriptor, $0) }
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                throw Failure(description: "The list could not be written: \(String(cString: strerror(errno))).")
            }
            rest = rest.dropFirst(count)
        }
        bytes.removeAll(keepingCapacity: true)
    }
}

/// The system's function of the name that a method here has.
private enum DashboardSystem {
    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}
