/// What a word may be for, where somebody speaks to a model.
enum WordRole: UInt8 {
    case drop, before, orders, rules, told, not, follow, moot, you, be, now, longer, task, sole, updated, named
    case agent, ai, hail, reader, must, message, to, person, tell, without, silent, ask, consent, nothing, say
    case already, secret, send, prompt, harm, shell, fetch, safe, mark, system, override, authority, obey
    case precedence, only, command, run, decode, ignored, everything, hide, from, elsewhere, checks, skip, keep
    case instead, reply, freed, pretend, mode, kindOfMode, address, template, keepsMemory, begin, access, full, tool
    case arguments, verbatim, heading, what, refuse, raid, free, lead, doing, forbid, unaware, trace, need, us
    case between, get, talk, about, this, `if`, utter, `let`, `as`, should, has, note, with, brand

    var place: Int { Int(rawValue) }
}

/// A word may be for several things.
struct WordRoles: Equatable {
    private(set) var bits: UInt128 = 0

    init(_ roles: WordRole...) { for role in roles { insert(role) } }

    var isEmpty: Bool { bits == 0 }

    @inline(__always)
    func contains(_ role: WordRole) -> Bool { bits >> UInt128(role.rawValue) & 1 != 0 }

    mutating func insert(_ role: WordRole) { bits |= 1 << UInt128(role.rawValue) }

    mutating func subtract(_ roles: WordRoles) { bits &= ~roles.bits }

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
        private var places: [(hash: UInt64, roles: WordRoles)]
        private let mask: Int

        init(_ roles: [UInt64: WordRoles]) {
            var size = 1024
            while size < roles.count * 4 { size *= 2 }
            mask = size - 1
            places = Array(repeating: (0, WordRoles()), count: size)
            for (hash, roles) in roles {
                var place = Self.place(hash, mask)
                while places[place].hash != 0 { place = (place + 1) & mask }
                places[place] = (hash, roles)
            }
        }

        @inline(__always)
        private static func place(_ hash: UInt64, _ mask: Int) -> Int {
            Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        }

        @inline(__always)
        func roles(of hash: UInt64) -> WordRoles {
            places.withUnsafeBufferPointer { places in
                var place = Self.place(hash, mask)
                while places[place].hash != 0 {
                    if places[place].hash == hash { return places[place].roles }
                    place = (place + 1) & mask
                }
                return WordRoles()
            }
        }
    }
}
