/// What is drawn for a character where only ASCII can be shown: likenesses for the few glyphs that we draw ourselves,
/// `?` for the rest.
func asciiStandIn(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case " "..."~": scalar
    case "\u{A0}": " "
    case "─", "━", "╌", "–", "—", "−": "-"
    case "│", "┃", "┤", "├", "▏": "|"
    case "┌", "┐", "└", "┘", "┬", "┴", "┼", "╭", "╮", "╰", "╯": "+"
    case "▸", "▶", "→", "›", "❯": ">"
    case "◂", "◀", "←", "⟵", "‹": "<"
    case "▾", "▼", "↓": "v"
    case "▴", "▲", "↑": "^"
    case "◆", "◇", "•", "●", "★": "*"
    case "○", "°": "o"
    case "·", "…": "."
    case "×": "x"
    case "✓", "✔": "+"
    case "✗", "✘": "x"
    case "↵": "<"
    case "“", "”": "\""
    case "‘", "’": "'"
    case "▁", "▂": "_"
    case "▃", "▄": "-"
    case "▅", "▆": "="
    case "▇", "█": "#"
    case "░", "▒", "▓": ":"
    case "\u{2400}"..."\u{241F}", "\u{2421}": "?"
    case "\u{2801}"..."\u{28FF}": "."
    case "\u{2800}": " "
    default: "?"
    }
}
