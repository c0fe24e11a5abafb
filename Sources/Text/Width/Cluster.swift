/// What one cell of a terminal holds (or two, for a wide character): a base and the marks drawn over it.
///
/// Terminals disagree about sequences joined by U+200D, skin tones, U+FE0F and keycaps. Of these only the base is kept,
/// with the two columns of an emoji: never trust the cursor after one, and move it before what follows. A flag keeps its
/// two regional indicators, the second one among `combining`.
package struct Cluster: Hashable, Sendable {
    package var base: Unicode.Scalar
    /// Marks to draw over the base, at most four; more are dropped, as curses holds no more.
    package var combining: [Unicode.Scalar]
    /// 0 (a mark without a base, a control), 1 or 2.
    package var columns: Int

    package static let combiningLimit = 4

    package init(base: Unicode.Scalar, combining: [Unicode.Scalar] = [], columns: Int) {
        self.base = base
        self.combining = combining
        self.columns = columns
    }
}

extension String {
    /// The text in pieces of one cell each.
    package var clusters: Clusters { Clusters(text: self) }
}

package struct Clusters: Sequence {
    let text: String

    package func makeIterator() -> Iterator { Iterator(text: text) }

    package struct Iterator: IteratorProtocol {
        /// The end of the last cluster in the text.
        package private(set) var position: String.Index
        private let scalars: String.UnicodeScalarView

        init(text: String) {
            scalars = text.unicodeScalars
            position = scalars.startIndex
        }

        package mutating func next() -> Cluster? {
            guard let base = take() else { return nil }
            var cluster = Cluster(base: base, combining: [], columns: DisplayWidth.columns(of: base))
            // A control has no marks: what follows it stands alone.
            if base.value < 0x20 || 0x7F..<0xA0 ~= base.value { return cluster }
            if Self.isRegional(base), let second = peek(), Self.isRegional(second) {
                position = scalars.index(after: position)
                cluster.combining.append(second)
                cluster.columns = 2
            }
            addMarks(to: &cluster)
            return cluster
        }

        private mutating func addMarks(to cluster: inout Cluster) {
            // Symbols that U+FE0F makes emoji, digits of keycaps among them, and emoji as such.
            let isSymbol = DisplayWidth.isEmojiBase(cluster.base)
            let isEmoji = isSymbol || Self.isEmoji(cluster.base)
            var isSequence = false
            while let mark = peek() {
                switch mark.value {
                case 0xFE0F where isEmoji, 0x1F3FB...0x1F3FF where isEmoji:
                    isSequence = true
                case 0x200D where isEmoji:
                    position = scalars.index(after: position)
                    guard let joined = peek(), Self.isEmoji(joined) || DisplayWidth.isEmojiBase(joined) else {
                        continue
                    }
                    isSequence = true
                case 0x20..<0x7F, 0xA0..<0x300: return finish(&cluster, isSequence)
                default:
                    guard DisplayWidth.columns(of: mark) == 0, mark.value >= 0x300 else {
                        return finish(&cluster, isSequence)
                    }
                    if cluster.combining.count < Cluster.combiningLimit { cluster.combining.append(mark) }
                }
                position = scalars.index(after: position)
            }
            finish(&cluster, isSequence)
        }

        private func finish(_ cluster: inout Cluster, _ isSequence: Bool) {
            guard isSequence else { return }
            cluster.combining = []
            cluster.columns = 2
        }

        private mutating func take() -> Unicode.Scalar? {
            guard let scalar = peek() else { return nil }
            position = scalars.index(after: position)
            return scalar
        }

        private func peek() -> Unicode.Scalar? {
            position < scalars.endIndex ? scalars[position] : nil
        }

        private static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
            0x1F1E6...0x1F1FF ~= scalar.value
        }

        private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
            (0x1F300..<0x20000 ~= scalar.value || 0x2300..<0x2C00 ~= scalar.value)
                && DisplayWidth.columns(of: scalar) == 2
        }
    }
}
