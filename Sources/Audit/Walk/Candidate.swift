/// A place that a rule speaks of, before the whole text is read.
struct Candidate {
    var rule: Int32
    var from: Int32
    var to: Int32
    var value: Value
    var function: Int32
    var confidence: AuditConfidence
    /// The name of the sink, as pieces; -1 for none.
    var sinkFrom: Int32 = -1
    var sinkTo: Int32 = -1
    var note: String = ""
}
