import Audit
import Foundation
import Syntax
import Text

extension FileAuditing {
    private static let largestList = 256 << 20

    /// What a file of generated snippets holds: `{"code": ["…", …]}`. Each is a place of its own: `generated.json[3]`.
    ///
    /// - Parameter language: of all of them; `nil` guesses it from each.
    /// - Returns: `false` where the file is no such list.
    package mutating func audit(snippetsOf path: String, language: String?, take: (Found) -> Void) throws -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            (attributes?[.size] as? Int ?? .max) <= Self.largestList,
            let data = FileManager.default.contents(atPath: path)
        else { return false }
        var snippets: [String?] = []
        let tape = JSONTape()
        let isList = data.withUnsafeBytes { bytes -> Bool in
            guard let value = try? tape.parse(bytes), value["code"].kind == .array else { return false }
            for element in value["code"].elements { snippets.append(element.string) }
            return true
        }
        guard isList else { return false }
        for (number, snippet) in snippets.enumerated() {
            guard let snippet, let name = language ?? LanguageGuess.language(of: snippet) else {
                note(withoutLanguage: true)
                continue
            }
            let place = "\(path)[\(number)]"
            guard let findings = try audit(snippet, language: name, path: place) else {
                note(withoutRules: name)
                continue
            }
            noteChecked()
            findings.forEach(take)
        }
        return true
    }
}
