/// The language of a file, by its name.
package enum Language {
    /// Lower-case name (`python`, `typescript`), or `nil` where the name does not tell.
    package static func named(by path: String) -> String? {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        if let whole = names[name] { return whole }
        // `Dockerfile.dev`, but `Dockerfile.md` by its end.
        let first = name.prefix { $0 != "." }
        let isDockerfile = first == "dockerfile" || first == "containerfile"
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        return extensions[String(name[name.index(after: dot)...])] ?? (isDockerfile ? "dockerfile" : nil)
    }

    private static let names = [
        "dockerfile": "dockerfile", "containerfile": "dockerfile", "makefile": "make", "gnumakefile": "make",
        "cmakelists.txt": "cmake", "gemfile": "ruby", "rakefile": "ruby", "podfile": "ruby", "jenkinsfile": "groovy",
        "vagrantfile": "ruby", "brewfile": "ruby", "fastfile": "ruby", "dangerfile": "ruby", "guardfile": "ruby",
        ".bashrc": "shell", ".zshrc": "shell", ".profile": "shell", ".bash_profile": "shell", ".bash_aliases": "shell",
        ".zprofile": "shell", ".zshenv": "shell", ".envrc": "shell", "pkgbuild": "shell", "apkbuild": "shell",
        ".clang-format": "yaml", ".clang-tidy": "yaml",
    ]

    private static let extensions = [
        "py": "python", "pyi": "python", "pyw": "python", "js": "javascript", "mjs": "javascript", "cjs": "javascript",
        "jsx": "javascript", "ts": "typescript", "mts": "typescript", "cts": "typescript", "tsx": "typescript",
        "java": "java", "kt": "kotlin", "kts": "kotlin", "go": "go", "rs": "rust", "swift": "swift", "c": "c",
        "h": "c", "cc": "cpp", "cpp": "cpp", "cxx": "cpp", "hh": "cpp", "hpp": "cpp", "hxx": "cpp", "c++": "cpp",
        "h++": "cpp", "ipp": "cpp", "inl": "cpp", "tpp": "cpp", "cppm": "cpp", "ixx": "cpp", "cs": "csharp",
        "csx": "csharp",
        "rb": "ruby", "rake": "ruby", "gemspec": "ruby", "ru": "ruby", "rbi": "ruby", "php": "php", "phtml": "php",
        "sh": "shell", "bash": "shell", "zsh": "shell", "fish": "shell", "ksh": "shell",
        "bats": "shell", "sql": "sql", "psql": "sql", "pgsql": "sql", "ddl": "sql", "dockerfile": "dockerfile",
        "yml": "yaml", "yaml": "yaml", "json": "json", "jsonc": "json", "toml": "toml", "xml": "xml",
        "html": "html", "htm": "html", "css": "css", "scss": "css", "md": "markdown", "mdx": "markdown",
        "vue": "vue", "svelte": "svelte", "scala": "scala", "ex": "elixir", "exs": "elixir", "erl": "erlang",
        "hs": "haskell", "ml": "ocaml", "lua": "lua", "pl": "perl", "r": "r", "jl": "julia", "dart": "dart",
        "zig": "zig", "tf": "terraform", "proto": "protobuf", "graphql": "graphql", "ipynb": "notebook",
        "gradle": "groovy", "groovy": "groovy", "ps1": "powershell", "cmake": "cmake", "mk": "make", "nix": "nix",
    ]
}
