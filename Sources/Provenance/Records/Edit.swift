/// One application of generated text to one file: what stood there before, what stands there after.
package struct Edit: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case create, update, delete, move
        /// A command wrote the file in a way its text does not tell.
        case touch
    }

    /// How the edit is known.
    package enum Means: String, CaseIterable, Sendable {
        /// The agent's own editing tool.
        case tool
        /// A patch handed to `apply_patch`.
        case patch
        /// Read from a shell command.
        case command
        /// Brought by another program.
        case record
    }

    /// What became of it, in order of certainty: a later sighting may only raise it.
    package enum Status: String, CaseIterable, Sendable {
        case proposed, applied, changed, failed, rejected
    }

    package var uid: UID
    /// The tool call it belongs to; one call may edit several files.
    package var call: UID
    package var generation: UID
    package var session: UID
    package var path: String
    package var movedFrom: String?
    package var kind: Kind
    package var means: Means
    package var status: Status
    package var at: Int64
    /// The replaced text; `nil` where nothing stood before or it was not recorded.
    package var before: Body?
    package var after: Body?
    /// Hunks in unified form, with line numbers where the history gives them.
    package var patch: Body?
    package var added: Int?
    package var removed: Int?
    /// The first line of the edit in the file as it stood after it.
    package var firstLine: Int?
    /// The call by what it does, as who is not told its id must name it.
    package var byContent: UID?
    /// Where the history does not name the answer that made it.
    package var standIn: StandIn?

    /// What there is of an answer that is known by one call of a tool alone: written where nobody else tells of that call.
    package struct StandIn: Equatable, Sendable {
        /// The call's own id.
        package var makerID: String
        package var model: String?

        package init(makerID: String, model: String?) {
            self.makerID = makerID
            self.model = model
        }
    }

    package init(
        uid: UID, call: UID, generation: UID, session: UID, path: String, kind: Kind, means: Means, at: Int64
    ) {
        self.uid = uid
        self.call = call
        self.generation = generation
        self.session = session
        self.path = path
        self.kind = kind
        self.means = means
        self.status = .proposed
        self.at = at
    }
}
