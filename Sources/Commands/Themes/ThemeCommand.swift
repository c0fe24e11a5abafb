import ArgumentParser

struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Lists, shows and checks themes.",
        discussion: """
            A theme of your own is a file of TOML below your configuration's folder,
            such as ~/.config/colophon/themes/night.toml:

              inherits = "dark"              # what it does not say
              appearance = "dark"            # the ground that it is for, or "light"
              "ui.breadcrumb" = "sea"        # a colour, or a table of fg, bg,
                                             # modifiers, ansi16 and mono:
              "severity.high" = { fg = "#ff9d94", modifiers = ["bold"], ansi16 = "red" }
              [palette]
              sea = "#7fd3da"

            Colours are "#rrggbb", names of the palette, "default", the terminal's own
            sixteen ("red", "bright-red") and numbers from 0 to 255. 'colophon theme
            show' names the keys. A file that is saved is worn at once; while it has a
            mistake, the theme before it stays.
            """,
        subcommands: [ThemeListCommand.self, ThemeShowCommand.self, ThemeCheckCommand.self],
        defaultSubcommand: ThemeListCommand.self)
}
