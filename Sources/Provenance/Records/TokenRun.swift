/// The output of a generation cut into its tokens: their lengths add up to the output's bytes.
///
/// A token without bytes shares those of the next one that has some: an engine held its text back until a character, or what
/// might have been a stop string, was whole. After the last bytes it has no text of its own.
package struct TokenRun: Equatable, Sendable {
    package struct Token: Equatable, Sendable {
        /// Bytes of UTF-8; a token may end in the middle of a character.
        package var length: Int
        /// Natural logarithm of the probability, where the engine gave it.
        package var logprob: Float?
        /// The token's number in its model's vocabulary; below `UInt32.max`.
        package var id: UInt32?
        /// What the engine said might have stood here instead; the token itself may be among them.
        package var alternatives: [Alternative]

        package init(length: Int, logprob: Float? = nil, id: UInt32? = nil, alternatives: [Alternative] = []) {
            self.length = length
            self.logprob = logprob
            self.id = id
            self.alternatives = alternatives
        }
    }

    package struct Alternative: Equatable, Sendable {
        package var text: String
        package var logprob: Float
        package var id: UInt32?

        package init(text: String, logprob: Float, id: UInt32? = nil) {
            self.text = text
            self.logprob = logprob
            self.id = id
        }
    }

    package var tokens: [Token]

    package init(_ tokens: [Token]) {
        self.tokens = tokens
    }

    package var byteCount: Int { tokens.reduce(0) { $0 + $1.length } }
}

extension TokenRun {
    /// A stretch of the output that another text has taken the place of.
    package struct Replacement: Equatable, Sendable {
        /// Bytes of the output as it was.
        package var range: Range<Int>
        /// Bytes of what stands there now.
        package var length: Int

        package init(range: Range<Int>, length: Int) {
            self.range = range
            self.length = length
        }
    }

    /// The run of the output after the replacements, which are in order and do not overlap.
    ///
    /// Each is one token of just its length. What is left of a token that reached into one stays as a token of its own.
    /// Neither says how likely it was: that would tell something of the text that is gone.
    package func replacing(_ replacements: [Replacement]) -> TokenRun {
        var result: [Token] = []
        var rest = replacements[...]
        var start = 0
        /// Everything of the old output before this is in the result, or gone.
        var done = 0
        for token in tokens {
            let end = start + token.length
            while let next = rest.first, next.range.lowerBound < end {
                result.append(token, from: start, part: (done, next.range.lowerBound))
                result.append(Token(length: next.length))
                done = max(done, next.range.upperBound)
                rest = rest.dropFirst()
            }
            result.append(token, from: start, part: (done, end))
            done = max(done, end)
            start = end
        }
        return TokenRun(result)
    }
}

extension [TokenRun.Token] {
    /// Appends what lies in the part of a token that begins at `start`: as it is where that is all of it.
    fileprivate mutating func append(_ token: Element, from start: Int, part: (lower: Int, upper: Int)) {
        if part.lower <= start, part.upper >= start + token.length {
            append(token)
        } else if Swift.max(part.lower, start) < part.upper {
            append(Element(length: part.upper - Swift.max(part.lower, start)))
        }
    }
}
