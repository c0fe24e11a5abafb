/// Reads what the words of a text say together: signs of one word, and of two near each other in a sentence.
struct PassageReader {
    /// One or two roles. `nearest` and `far` are what lies between the two.
    struct Sign: Hashable {
        var number: Int

        init(_ role: WordRole) { number = WordRole.counted * WordRole.counted * 2 + role.place }
        init(_ first: Int, _ second: Int, isNear: Bool) {
            number = (first * WordRole.counted + second) * 2 + (isNear ? 0 : 1)
        }
        init(number: Int) { self.number = number }

        static let ofRoles = WordRole.counted * (WordRole.counted * 2 + 1)
        static let count = ofRoles + WordRoles.table.count

        /// The second is `nil` where it is of one.
        var roles: (WordRole, WordRole?) {
            let pairs = WordRole.counted * WordRole.counted * 2
            func role(_ place: Int) -> WordRole { WordRole(rawValue: UInt8(place)) ?? .lead }
            if number >= Self.ofRoles { return (.lead, nil) }
            if number >= pairs { return (role(number - pairs), nil) }
            return (role(number / 2 / WordRole.counted), role(number / 2 % WordRole.counted))
        }
    }

    private static let nearest = 2
    private static let far = 7

    private struct Seen {
        var bits: UInt128
        var number: Int
    }

    /// Whether the verb may stand before its object or behind it.
    private let isFree: Bool
    private var seen: [Seen] = []
    private var sentence = -1
    private var lastLead = -1000
    private var lastMust = -1000
    private var lastHail = -1000
    private var lastTo = -1000

    init(isFree: Bool = false) { self.isFree = isFree }

    @inline(__always)
    mutating func read(_ word: WordReader.Word, _ take: (Int) -> Void) {
        if word.sentence != sentence {
            sentence = word.sentence
            seen.removeAll(keepingCapacity: true)
            lastHail = -1000
        }
        let counted = understood(word)
        if counted == 0 { return }
        if word.word >= 0 { take(Sign.ofRoles + Int(word.word)) }
        let pairs = WordRole.counted * WordRole.counted * 2
        var rest = counted
        while rest != 0 {
            take(pairs + rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        var place = seen.count - 1
        while place >= 0 {
            let distance = word.number - seen[place].number
            if distance > Self.far { break }
            let isNear = distance <= Self.nearest
            var first = seen[place].bits
            while first != 0 {
                let a = first.trailingZeroBitCount
                first &= first - 1
                var second = counted
                while second != 0 {
                    let b = second.trailingZeroBitCount
                    second &= second - 1
                    take(Sign(a, b, isNear: isNear).number)
                    if isFree { take(Sign(b, a, isNear: isNear).number) }
                }
            }
            place -= 1
        }
        if seen.count > 40 { seen.removeFirst(20) }
        seen.append(Seen(bits: counted, number: word.number))
    }

    private static let ofPersons = WordRoles(.named, .agent, .hail, .turn)
    private static let onlyMarked = WordRoles(.template, .heading, .secretFile)
    private static let all: UInt128 = (1 << UInt128(WordRole.counted)) - 1
    private static let models = WordRoles(.named, .agent)
    private static let speakers = WordRoles(.template, .named, .agent)

    /// What a word is for where it stands.
    private mutating func understood(_ word: WordReader.Word) -> UInt128 {
        var roles = word.roles
        if roles.contains(.joined), word.isWhole { return 0 }
        let here = word.number
        let isOrder =
            word.beginsSentence || here - lastLead == 1 || here - lastTo == 1 && here - lastMust <= 3
        if isOrder { roles.beTold() }
        let isMarked = word.mark == 0x3C || word.mark == 0x5B || word.mark == 0x7C || word.mark == 0x23
        let beginsLine = here - word.lineStart <= 1
        var added = WordRoles()
        if roles.overlaps(Self.speakers), word.isClosed, beginsLine, word.mark == 0 || isMarked { added.insert(.turn) }
        if roles.contains(.template), word.mark == 0x7C || word.mark == 0x3C && word.isPart || isMarked && word.isClosed
        {
            added.insert(.template)
        }
        if roles.contains(.heading), word.isUpper { added.insert(.heading) }
        if roles.contains(.secretFile), !word.isWhole { added.insert(.secretFile) }
        if !word.isWhole, !(word.isUpper && word.mark != 0) {
            roles.subtract(Self.ofPersons)
        } else if roles.overlaps(Self.models) {
            if word.isCalled, word.beginsSentence || here - word.lineStart <= 3 || here - lastHail <= 4 {
                added.insert(.called)
            }
            if here - lastHail <= 2 || here - lastTo <= 3 && here - lastHail <= 6 { added.insert(.called) }
        }
        roles.subtract(Self.onlyMarked)
        if roles.contains(.lead) { lastLead = here }
        if roles.contains(.must) { lastMust = here }
        if roles.contains(.to) { lastTo = here }
        if roles.contains(.hail) { lastHail = here }
        var bits = (roles.bits | added.bits) & Self.all
        if bits != 0, word.isUnseen { bits |= 1 << UInt128(WordRole.unseen.rawValue) }
        if bits != 0, word.isDisguised { bits |= 1 << UInt128(WordRole.disguised.rawValue) }
        return bits
    }
}
