package import Flows
package import Store

/// A page of rows to be read from the store.
package struct PageRequest: Equatable, Sendable {
    /// Who asks: a request supersedes an earlier one of the same reader, not those of others.
    package enum Reader: Sendable {
        case generations, findings, alerts
    }

    /// Grows with every request: an answer to another than the last one asked is of no use any more.
    package var ticket: Int
    package var subject: ListSubject
    /// In the filter language; empty for everything.
    package var filter: String
    package var order = RowOrder.newestFirst
    package var from: PageKey?
    package var direction: PageDirection
    package var limit: Int
}

/// How many rows a list has.
package struct CountRequest: Equatable, Sendable {
    package var ticket: Int
    package var subject: ListSubject
    package var filter: String
}

/// Where everything stands, for the first line and the panes that sum up.
package struct StandingRequest: Equatable, Sendable {
    package var ticket: Int
    package var repository: String?
    /// Unix milliseconds; what is alarming since then is told apart.
    package var since: Int64?
}

/// A turn to be read in full.
package struct TurnRequest: Equatable, Sendable {
    /// Who asks: a request supersedes an earlier one of the same reader, not those of others.
    package enum Reader: Sendable {
        case preview, screen
    }

    package var ticket: Int
    package var id: Int64
    package var reader: Reader
}

/// The edits of turns that are opened in a list.
package struct EditsRequest: Equatable, Sendable {
    package var ticket: Int
    package var turns: [Int64]
}

/// Something of a conversation; each kind of question supersedes an earlier one of its kind alone.
package struct SessionRequest: Equatable, Sendable {
    package enum Question: Equatable, Sendable {
        /// The session of this uid, and what its turns come to.
        case facts(String)
        case page(ConversationPage)
        /// A turn with what stands around it.
        case story(Int64)
    }

    package var ticket: Int
    package var question: Question
}

/// Some turns of a session in their order: after the key, or where `older` is asked for before it.
package struct ConversationPage: Equatable, Sendable {
    package var session: String
    package var from: PageKey?
    package var direction: PageDirection
    package var limit: Int
}

/// What came of a question about a conversation.
package enum SessionAnswer: Equatable, Sendable {
    case facts(SessionDetail?)
    /// With how many turns of the session come before the first of them.
    case page([TurnRow], before: Int)
    case story(TurnStory?)
}

/// What happened since a moment.
package struct NewsRequest: Equatable, Sendable {
    package var ticket: Int
    package var since: Int64
    package var repository: String?
}

/// One thing of a turn, to be copied or to be opened in an editor.
package struct PieceRequest: Equatable, Sendable {
    package enum Purpose: Equatable, Sendable {
        case copy(CopiedPiece)
        case editor
    }

    package var turn: Int64
    /// The turn's first edit where none is named.
    package var edit: Int64?
    /// A line of code of the edit, as it was generated, counted from 0 in the text that is shown.
    package var words: String?
    package var purpose: Purpose
}

/// What `y` and the key after it copy.
package enum CopiedPiece: CaseIterable, Equatable, Sendable {
    case code, prompt, link, path, resume, story
}

/// An alert to be read as it is kept.
package struct AlertRequest: Equatable, Sendable {
    package enum Subject: Equatable, Sendable {
        case alert(Int64)
        /// The one that a turn, or an edit of it, has to do with.
        case turn(Int64, edit: Int64?)
    }

    package var ticket: Int
    package var subject: Subject
}

/// A pasted text that may tell of failures.
package struct GlanceRequest: Equatable, Sendable {
    package var ticket: Int
    package var text: String
}

/// Failures to be traced: it takes as long as git does.
package struct TraceRequest: Equatable, Sendable {
    package enum Subject: Equatable, Sendable {
        case alert(Int64)
        case text(String)
    }

    package var ticket: Int
    package var subject: Subject
    /// Whether all is wanted that the suspects' prompts wrote.
    package var isWide = false

    /// Of a text no more failures are traced.
    static let mostFailures = 20
}

/// A place that a frame names, to be opened in the editor.
package struct FramePlaceRequest: Equatable, Sendable {
    package var root: String
    package var path: String
    package var line: Int?
    /// What stands on the line.
    package var words: String?
}

/// What came of a request.
package enum Answer: Equatable, Sendable {
    case page(PageRequest, [ListRow])
    /// `nil`: the store has no such turn (any more).
    case turn(TurnRequest, TurnDetail?)
    case edits(EditsRequest, [Int64: [TurnEdit]])
    case news(NewsRequest, News)
    case count(CountRequest, Int)
    case standing(StandingRequest, Standing)
    case values(ValuesRequest, [String])
    case targets(TargetsRequest, PaletteTargets)
    /// What would be forgotten.
    case plan(ForgetRequest, ForgetPlan)
    /// `nil`: there is none (any more).
    case alert(AlertRequest, AlertPage?)
    /// The first failure that a text tells of, as far as it says itself, and how many there are.
    case glance(GlanceRequest, AlertPage?, count: Int)
    /// One for each failure; none where the alert is gone.
    case traced(TraceRequest, [AlertPage])
    /// `nil`: there is none (any more).
    case finding(FindingRequest, FindingAccount?)
    case trend(TrendRequest, FindingTrend)
    /// Something was said of findings, which are these now; with a sentence.
    case judged([FindingRow], String)
    /// Records are gone; with a sentence.
    case forgotten(String)
    case session(SessionRequest, SessionAnswer)
    case graph(GraphRequest, GraphAnswer)
    case tokens(TokensRequest, TokenSheet?)
    /// As Markdown; `nil` where the record is gone.
    case story(StoryRequest, String?)
    case pipeline(PipelineRequest, PipelineAnswer)
    /// Text for the clipboard.
    case text(CopiedPiece, String)
    /// Where a piece of code stands today.
    case place(CodePlace)
    /// With a sentence for the reader.
    case failed(ticket: Int, String)
    /// Somebody else's request of the same kind took the place of this one; whoever still wants it asks again.
    case superseded(ticket: Int)
    /// Something was done; with a sentence.
    case done(String)
    /// What was asked for cannot be had; with a sentence.
    case refused(String)
}
