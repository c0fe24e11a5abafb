import GRDBSQLite

/// The texts that a search finds, as SQL asks for them one by one: `stands_in(match, body)`.
///
/// A bit for each text, found out in stretches as they are asked for: a set of SQLite's own takes forty bytes for each hit,
/// and all of them at once, where a page of the newest rows needs some hundred.
final class WordHits {
    static let function = "stands_in"

    private let statement: OpaquePointer
    /// A bit for each of so many texts, by the number of the stretch; no bits for one without hits.
    private var stretches: [Int64: [UInt64]] = [:]
    private var state: State

    private enum State {
        /// FTS5 finds a stretch of the hits of a whole word at once.
        case byStretch
        /// Those of a beginning are gathered anew for each question: all are taken at the first one.
        case notAsked
        case complete
    }

    private static let texts: Int64 = 1 << 14
    /// 8 MB, were a hit in each: in a store whose ids lie that far apart they are looked up more than once.
    private static let most = 4096

    private init?(_ match: String, _ database: OpaquePointer?) {
        let beginning = WordBeginning(match: match)
        let sql =
            if beginning != nil {
                """
                SELECT search.rowid FROM temp.search_word w CROSS JOIN search WHERE w.term >= ?1 AND w.term < ?4
                    AND search MATCH '"' || w.term || '"' AND search.rowid BETWEEN ?2 AND ?3
                """
            } else {
                "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3"
            }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK, let statement else { return nil }
        self.statement = statement
        _ = (beginning?.letters ?? match).bind(to: statement, at: 1)
        if let beginning { _ = beginning.end.bind(to: statement, at: 4) }
        state = match.contains("\"*") ? .notAsked : .byStretch
    }

    deinit { sqlite3_finalize(statement) }

    /// - Throws: where the question failed or was interrupted; SQLite knows why.
    private func holds(_ body: Int64) throws(Failure) -> Bool {
        let number = body >> 14
        if case .notAsked = state { state = try read(.min ... .max) ? .complete : .byStretch }
        if case .byStretch = state, stretches[number] == nil {
            if stretches.count >= Self.most { stretches = [:] }
            stretches[number] = []
            let first = number << 14
            _ = try read(first...first | (Self.texts - 1))
        }
        guard let stretch = stretches[number], !stretch.isEmpty else { return false }
        let place = Int(body & (Self.texts - 1))
        return stretch[place >> 6] & 1 << UInt64(place & 63) != 0
    }

    private struct Failure: Error {}

    /// - Returns: whether there was room for all.
    private func read(_ bodies: ClosedRange<Int64>) throws(Failure) -> Bool {
        sqlite3_bind_int64(statement, 2, bodies.lowerBound)
        sqlite3_bind_int64(statement, 3, bodies.upperBound)
        defer { sqlite3_reset(statement) }
        var number: Int64?
        var stretch: [UInt64] = []
        // They come in the order of their ids, those of a beginning in that of each word's.
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW {
            let body = sqlite3_column_int64(statement, 0)
            if body >> 14 != number {
                if let number { stretches[number] = stretch }
                guard stretches.count <= Self.most else {
                    stretches = [:]
                    return false
                }
                number = body >> 14
                let known = stretches.updateValue([], forKey: body >> 14) ?? []
                stretch = known.isEmpty ? Array(repeating: 0, count: Int(Self.texts) / 64) : known
            }
            let place = Int(body & (Self.texts - 1))
            stretch[place >> 6] |= 1 << UInt64(place & 63)
            code = sqlite3_step(statement)
        }
        guard code == SQLITE_DONE else { throw Failure() }
        if let number { stretches[number] = stretch }
        return true
    }

    /// Makes the function known to a connection.
    static func register(_ database: OpaquePointer?) {
        // "The auxiliary data … is preserved … between calls to the same function within a single statement" where the
        // argument is a constant (sqlite3_set_auxdata): what is known lives as long as the question does.
        sqlite3_create_function_v2(
            database, function, 2, SQLITE_UTF8, nil,
            { context, _, arguments in
                guard let arguments, sqlite3_value_type(arguments[1]) == SQLITE_INTEGER else {
                    return sqlite3_result_int(context, 0)
                }
                guard let hits = WordHits.kept(context, arguments[0]),
                    let isHit = try? hits.holds(sqlite3_value_int64(arguments[1]))
                else {
                    let database = sqlite3_context_db_handle(context)
                    sqlite3_result_error(context, sqlite3_errmsg(database), -1)
                    return sqlite3_result_error_code(context, sqlite3_errcode(database))
                }
                sqlite3_result_int(context, isHit ? 1 : 0)
            }, nil, nil, nil)
    }

    private static func kept(_ context: OpaquePointer?, _ match: OpaquePointer?) -> WordHits? {
        if let known = sqlite3_get_auxdata(context, 0) {
            return Unmanaged<WordHits>.fromOpaque(known).takeUnretainedValue()
        }
        guard let text = sqlite3_value_text(match),
            let hits = WordHits(String(cString: text), sqlite3_context_db_handle(context))
        else { return nil }
        sqlite3_set_auxdata(context, 0, Unmanaged.passRetained(hits).toOpaque()) { kept in
            if let kept { Unmanaged<WordHits>.fromOpaque(kept).release() }
        }
        return hits
    }
}
