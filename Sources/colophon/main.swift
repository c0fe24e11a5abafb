import Commands

Colophon.main { request in
    struct NotYet: Error {}
    throw NotYet()
}
