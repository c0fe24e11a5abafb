/// A name and the value that is given to it, in the notations of code, configuration, shells and plain sentences.
///
///     KEY=value   key: value   "key": "value"   key := "value"   'key' => 'value'   let key: String = "value"
///     --key value   <key>value</key>   key="value"   {"name": "KEY", "value": "…"}   the key is value
struct Assignment {
    /// How sure the notation is that its value is a literal.
    enum Form {
        /// Between quotes.
        case quoted
        /// Unquoted where only values stand: after `KEY=` at a line's start, `--key`, in YAML and XML.
        case bare
        /// Unquoted where code can stand: arguments, right sides.
        case code
        /// In a sentence.
        case prose
    }

    let value: Range<Int>
    let form: Form

    init?(_ bytes: Bytes, name: Range<Int>) {
        var reader = AssignmentReader(bytes, at: name.upperBound)
        guard let assignment = reader.read(name) else { return nil }
        self = assignment
    }

    init(_ value: Range<Int>, _ form: Form) {
        self.value = value
        self.form = form
    }
}
