"""Real public code: for edits that have nothing to do with the repositories asked about, and for files that no edit wrote."""
import hashlib
import random
import subprocess
import sysconfig
from pathlib import Path

SUFFIXES = {".py": "python", ".ts": "typescript", ".tsx": "typescript", ".go": "go"}
SKIPPED = ("vendor/", "node_modules/", "dist/", "/locales/", ".min.", "_pb.", ".pb.", ".gen.", ".d.ts", "fixtures/", "lib2to3/",
           "encodings/", "site-packages/", "__pycache__", "pydoc_data", "/unicode", "idlelib/", "generated")
SIZES = range(800, 60_000)


def gathered(folders):
    """{language: {project: [(path, lines)]}} of the git directories in and below some folders, and of Python's own library."""
    found = {"python": {}, "typescript": {}, "go": {}}
    for folder in folders:
        for directory in git_directories(Path(folder)):
            _take(found, _name(directory), _files_of(directory))
    library = Path(sysconfig.get_paths()["stdlib"])
    for place in sorted(library.rglob("*.py")):
        path = place.relative_to(library).as_posix()
        if _wanted(path, place.stat().st_size):
            top = path.split("/")[0].removesuffix(".py")
            # What was copied from one to the other must not be on both sides.
            _take(found, f"python-{'test' if top == 'distutils' else top}", [(path, place.read_bytes())])
    return found


def git_directories(folder):
    """Git directories: the folder, or what lies at most two folders below it."""
    if not folder.is_dir():
        return []
    if (folder / "objects").is_dir() and (folder / "HEAD").is_file():
        return [folder]
    places = [place.parent for pattern in ("HEAD", "*/HEAD", "*/*/HEAD") for place in sorted(folder.glob(pattern))]
    return [place for place in places if (place / "objects").is_dir()]


def _name(directory):
    named = [part for part in directory.parts if part not in ("repo", ".git")]
    return named[-1].replace("+", "-")


def _wanted(path, size):
    return Path(path).suffix in SUFFIXES and size in SIZES and not any(part in path for part in SKIPPED)


def _take(found, project, files):
    for path, data in files:
        lines = data.decode(errors="replace").replace("\r\n", "\n").rstrip("\n").split("\n")
        if "\r" not in "".join(lines) and "\0" not in lines[0] and max(map(len, lines)) < 400:
            found[SUFFIXES[Path(path).suffix]].setdefault(project, []).append((path, lines))


def _files_of(directory):
    git = ["git", f"--git-dir={directory}"]
    listed = subprocess.run(git + ["ls-tree", "-r", "-l", "-z", "HEAD^{tree}"], capture_output=True).stdout.decode(errors="replace")
    names = []
    for entry in listed.split("\0"):
        facts, _, path = entry.partition("\t")
        facts = facts.split()
        if len(facts) == 4 and facts[1] == "blob" and facts[3].isdigit() and _wanted(path, int(facts[3])):
            names.append((facts[2], path))
    read = subprocess.run(git + ["cat-file", "--batch"], input="".join(f"{name}\n" for name, _ in names).encode(),
                          capture_output=True).stdout
    files, at = [], 0
    for _, path in names:
        end = read.index(b"\n", at)
        size = int(read[at:end].split()[2])
        files.append((path, read[end + 1:end + 1 + size]))
        at = end + 2 + size
    return files


def halves(projects, seed):
    """Projects for edits and projects for files that no edit wrote: about two thirds and one third of the code."""
    sizes = {name: sum(len(line) for _, lines in files for line in lines) for name, files in projects.items()}
    order = sorted(projects, key=lambda name: hashlib.sha256(f"{seed}{name}".encode()).digest())
    if len(order) < 12:
        order.sort(key=lambda name: -sizes[name])
    edited, taken = [], 0
    for name in order[:-1]:
        if taken < sum(sizes.values()) * 2 / 3 or not edited:
            edited.append(name)
            taken += sizes[name]
    chance = random.Random(seed)

    def files(names):
        listed = [(name, *file) for name in names for file in projects[name]]
        chance.shuffle(listed)
        return listed
    return files(edited), files([name for name in order if name not in edited])
