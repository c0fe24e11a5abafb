/// A secret found in the bytes of a text.
struct Finding: Equatable {
    let kind: SecretKind
    let range: Range<Int>
}
