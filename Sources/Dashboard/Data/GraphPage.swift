package import Graph
package import Store

/// A node of the graph with the beginning of what it came from and of what came from it.
package struct GraphPage: Equatable, Sendable {
    package var account: NodeAccount
    package var causes: GraphColumn
    package var effects: GraphColumn

    package init(account: NodeAccount, causes: GraphColumn, effects: GraphColumn) {
        self.account = account
        self.causes = causes
        self.effects = effects
    }

    package func column(_ direction: GraphDirection) -> GraphColumn { direction == .causes ? causes : effects }
}

/// Something of the graph; each kind of question supersedes an earlier one of its kind alone.
package struct GraphRequest: Equatable, Sendable {
    package enum Subject: Equatable, Sendable {
        case node(NodeName)
        /// `edit:4f2a91`, by its uid or the beginning of it.
        case link(String)
    }

    package enum Question: Equatable, Sendable {
        /// A node with its neighbours.
        case page(Subject)
        /// The neighbours along one kind of edge behind those that were read.
        case more(of: NodeName, along: EdgeGroup, after: NeighbourKey)
        /// What lies around a node.
        case tree(NodeName)
        /// A node alone, with its words in full.
        case text(Subject)
    }

    package var ticket: Int
    package var question: Question

    /// Of one kind of edge at a time.
    static let pageSize = 40
    /// Characters of a node's words: beside its neighbours, and where they are read.
    static let excerpt = 4000
    static let longest = 400_000
    static let treeLimits = WalkLimits(nodes: 300, depth: 3, time: .seconds(2), fan: 40)
}

/// What came of a question about the graph; `nil` where there is no such node (any more).
package enum GraphAnswer: Equatable, Sendable {
    case page(GraphPage?)
    case more(NeighbourList)
    case tree(TreeLines?)
    case text(NodeAccount?)
}

/// A story to be told: it takes as long as git does where it is that of an alert.
package struct StoryRequest: Equatable, Sendable {
    package var ticket: Int
    package var node: NodeName
}
