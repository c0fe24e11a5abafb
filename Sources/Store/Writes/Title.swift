extension String {
    /// The first words on one line, short enough for any list: at most 200 characters.
    var title: String {
        var title = ""
        var length = 0
        var gap = false
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace {
                gap = length > 0
                continue
            }
            if length + (gap ? 1 : 0) >= 200 { break }
            if gap {
                title.unicodeScalars.append(" ")
                length += 1
                gap = false
            }
            title.unicodeScalars.append(scalar)
            length += 1
        }
        return title
    }
}
