package import Provenance

extension UID {
    /// The uid of the record that its maker calls `makerID`.
    ///
    ///     UID(of: .generation, makerID: "msg_01FuNEri2LVSCmpSznfNs7xt")
    package init(of kind: RecordKind, makerID: String) {
        let digest = SHA256.hash("\(kind.rawValue)\u{0}\(makerID)")
        self.init(text: digest.hex(UID.length))
    }
}
