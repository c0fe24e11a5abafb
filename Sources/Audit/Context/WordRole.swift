/// What a word may be for, where somebody speaks to a model.
///
/// What is done counts in two ways: told to be done, as in "ignore …", and not, as in "it ignores …".
enum WordRole: UInt8, CaseIterable {
    case drop, tellsToDrop, obey, tellsToObey, say, tellsToSay, send, tellsToSend, show, tellsToShow
    case get, tellsToGet, run, tellsToRun, make, tellsToMake, unmake, tellsToUnmake, accept, tellsToAccept
    case pretend, tellsToPretend, answer, tellsToAnswer, remember, tellsToRemember
    case before, after, orders, rules, told, not, you, me, named, called, agent, artificial, hail, reads, must
    case person, silent, ask, secret, secretFile, system, task, new, now, be, freed, mode, only, instead, decode
    case address, shell, authority, checks, harm, template, turn, heading, unseen, already, this, everything
    case verbatim, later, disguised, judged, permitted, otherwise
    /// Words that do not count themselves: they say what the next is.
    case lead, to, joined

    var place: Int { Int(rawValue) }

    /// So many count.
    static let counted = WordRole.lead.place

    /// The same where it is told to be done, for what can be.
    var told: WordRole? {
        place < WordRole.before.place && place % 2 == 0 ? WordRole(rawValue: rawValue + 1) : nil
    }
}

/// A word may be for several things.
struct WordRoles: Equatable {
    private(set) var bits: UInt128 = 0

    init(_ roles: WordRole...) { for role in roles { insert(role) } }

    var isEmpty: Bool { bits == 0 }

    @inline(__always)
    func contains(_ role: WordRole) -> Bool { bits >> UInt128(role.rawValue) & 1 != 0 }

    mutating func insert(_ role: WordRole) { bits |= 1 << UInt128(role.rawValue) }

    func only(_ roles: WordRoles) -> WordRoles {
        var some = self
        some.bits &= roles.bits
        return some
    }

    mutating func subtract(_ roles: WordRoles) { bits &= ~roles.bits }

    @inline(__always)
    func overlaps(_ roles: WordRoles) -> Bool { bits & roles.bits != 0 }

    /// What is done, told to be done.
    mutating func beTold() {
        let done = bits & Self.done.bits
        bits = bits & ~done | done << 1
    }

    private static let done: WordRoles = {
        var roles = WordRoles()
        for role in WordRole.allCases where role.told != nil { roles.insert(role) }
        return roles
    }()

    static let table: Table = {
        var roles: [UInt64: WordRoles] = [:]
        func add(_ role: WordRole, _ words: String) {
            for word in words.split(separator: " ") {
                roles[WordReader.hash(of: word), default: WordRoles()].insert(role)
            }
        }
        WordRole.addEnglish(add)
        WordRole.addOthers(add)
        return Table(roles)
    }()

    /// Words by their hashes, which need not be hashed again: every word of a text is looked up.
    struct Table {
        private var places: [(hash: UInt64, roles: WordRoles, word: Int32)]
        private let mask: Int
        let count: Int

        init(_ roles: [UInt64: WordRoles]) {
            var size = 1024
            while size < roles.count * 4 { size *= 2 }
            mask = size - 1
            count = roles.count
            places = Array(repeating: (0, WordRoles(), 0), count: size)
            for (number, (hash, roles)) in roles.sorted(by: { $0.key < $1.key }).enumerated() {
                var place = Self.place(hash, mask)
                while places[place].hash != 0 { place = (place + 1) & mask }
                places[place] = (hash, roles, Int32(number))
            }
        }

        /// Another one for other words, or words for other things.
        var digest: UInt64 {
            places.reduce(1) { hash, entry in
                let roles =
                    UInt64(truncatingIfNeeded: entry.roles.bits) &+ UInt64(truncatingIfNeeded: entry.roles.bits >> 64)
                return ((hash ^ entry.hash) &* 0x100_0000_01B3 ^ roles) &* 0x100_0000_01B3
            }
        }

        @inline(__always)
        private static func place(_ hash: UInt64, _ mask: Int) -> Int {
            Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        }

        @inline(__always)
        func roles(of hash: UInt64) -> (roles: WordRoles, word: Int32) {
            places.withUnsafeBufferPointer { places in
                var place = Self.place(hash, mask)
                while places[place].hash != 0 {
                    if places[place].hash == hash { return (places[place].roles, places[place].word) }
                    place = (place + 1) & mask
                }
                return (WordRoles(), -1)
            }
        }
    }
}
