import Graph
import Provenance
package import Store

// The graph as the dashboard reads it.
extension StoreData {
    package func graph(_ question: GraphRequest.Question) throws -> GraphAnswer {
        switch question {
        case .page(let subject):
            guard let name = try node(subject), let account = try store.account(of: name, limit: GraphRequest.excerpt)
            else { return .page(nil) }
            return .page(
                GraphPage(account: account, causes: try column(name, .causes), effects: try column(name, .effects)))
        case .more(let name, let group, let key):
            return .more(
                try store.neighbourhood(of: name, along: group, after: key, limit: GraphRequest.pageSize))
        case .tree(let name):
            let graph = try GraphWalk(store: store, limits: GraphRequest.treeLimits).reach(from: name)
            return .tree(graph.nodes.isEmpty ? nil : TreeLines(graph))
        case .text(let subject):
            guard let name = try node(subject) else { return .text(nil) }
            return .text(try store.account(of: name, limit: GraphRequest.longest))
        }
    }

    private func column(_ name: NodeName, _ direction: GraphDirection) throws -> GraphColumn {
        GraphColumn(try store.neighbourhood(of: name, direction, limit: GraphRequest.pageSize))
    }

    private func node(_ subject: GraphRequest.Subject) throws -> NodeName? {
        switch subject {
        case .node(let name): return name
        case .link(let link):
            guard let colon = link.firstIndex(of: ":"), let kind = NodeKind(rawValue: String(link[..<colon])) else {
                return nil
            }
            let uid = String(link[link.index(after: colon)...])
            guard !uid.isEmpty else { return nil }
            guard let record = RecordKind(rawValue: kind.rawValue) else { return try store.node(kind, named: uid) }
            guard case .one(let kind, let id, _) = try store.find(record, uid) else { return nil }
            return Store.node(of: kind, id)
        }
    }
}
