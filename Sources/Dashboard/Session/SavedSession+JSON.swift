import Redaction
import Store
import Text

// The file that a session is kept in: one object of JSON, of a version.
extension SavedSession {
    private static let version: Int64 = 1

    /// Filters that hold what looks like a secret are left out, of the places, too.
    package var json: [UInt8] {
        let redactor = Redactor()
        let isClean = { (text: String) in redactor.redact(text) == nil }
        var writer = JSONWriter()
        writer.object { object in
            object.set("version", Self.version)
            object.set("open", open.rawValue)
            object.set("pane", Int64(pane))
            object.set("share", Int64(share))
            object.set("wide", isWide)
            for (name, place) in [("generations", generations), ("findings", findings), ("top", top)] {
                guard let place else { continue }
                object.object(name) { object in
                    object.set("subject", place.list.subject.saved.rawValue)
                    object.set("filter", isClean(place.list.filter) ? place.list.filter : "")
                    object.set("sort", place.list.order.column.rawValue)
                    object.set("reversed", place.list.order.isReversed)
                    if let view = place.view { object.set("view", view) }
                }
            }
            object.array("filters") { array in
                for filter in filters.suffix(Self.keptFilters) where isClean(filter) { array.add(filter) }
            }
        }
        return writer.bytes
    }

    /// `nil` where it is none, or of another version; what is odd in it is left at what a new session has.
    package init?(json: [UInt8]) {
        let tape = JSONTape()
        let read = json.withUnsafeBytes { bytes -> SavedSession? in
            guard let value = try? tape.parse(bytes), value["version"].int == Self.version else { return nil }
            return SavedSession(value)
        }
        guard let read else { return nil }
        self = read
    }

    private init(_ value: JSONValue) {
        open = value["open"].string.flatMap(Open.init(rawValue:)) ?? .overview
        pane = Int(clamping: value["pane"].int ?? 0)
        share = Int(clamping: value["share"].int ?? 55)
        isWide = value["wide"].bool ?? false
        if let place = Self.place(value["generations"]),
            place.list.subject.screenName == "Generations" || place.list.subject == .sessions
        {
            generations = place
        }
        if let place = Self.place(value["findings"]), place.list.subject.screenName == "Findings" { findings = place }
        top = Self.place(value["top"])
        filters = value["filters"].elements.compactMap(\.string).filter { !$0.isEmpty && $0.utf8.count <= 10_000 }
            .suffix(Self.keptFilters)
    }

    private static func place(_ value: JSONValue) -> Place? {
        guard let subject = value["subject"].string.flatMap(SavedView.Subject.init(rawValue:)) else { return nil }
        let filter = value["filter"].string ?? ""
        guard FilterProblem.find(in: filter) == nil else { return nil }
        let column = value["sort"].string.flatMap(RowOrder.Column.init(rawValue:))
        let order = column.map { RowOrder($0, isReversed: value["reversed"].bool ?? false) }
        return Place(
            list: ListPlace(ListSubject(subject), filter: filter, order: order),
            view: value["view"].string.map { String($0.prefix(60)) })
    }
}
