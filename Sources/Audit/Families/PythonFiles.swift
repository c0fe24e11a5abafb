extension RuleFamily {
    static let pythonFiles = RuleFamily(
        name: "python-files.toml", languages: ["python"],
        text: #"""
            # Paths, temporary files, permissions, archives.
            languages = ["python"]

            [[rule]]
            id = "python.path-traversal"
            title = "A path is put together from input"
            cwe = 22
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            parameter = "low"
            call = [
                "open", "io.open", "codecs.open", "os.open", "os.remove", "os.unlink", "os.rmdir", "shutil.rmtree",
                "os.listdir", "os.scandir", "os.makedirs", "os.mkdir", "os.rename", "shutil.copy", "shutil.copyfile",
                "shutil.move", "os.stat", "flask.send_file", "send_file", "*.sendFile", "FileResponse",
                "aiofiles.open", "zipfile.ZipFile", "tarfile.open", "*.write_text", "*.write_bytes", "os.walk",
                "*.read_text", "*.read_bytes", "*.save", "file", "os.readlink", "os.chmod", "linecache.getline",
                "*.send_file", "web.FileResponse",
            ]
            where = [{ arg = "any", value = "appended" }, { arg = "any", value = "built" }]
            message = "`..` or an absolute path in what is put in leads out of the folder."
            remedy = "Resolve the path and check that it is in the folder: Path(base, name).resolve().is_relative_to(base)."

            [[rule]]
            id = "python.path-from-outside"
            title = "A path comes from outside"
            cwe = 22
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            parameter = "none"
            call = [
                "open", "io.open", "codecs.open", "os.open", "os.remove", "os.unlink", "os.rmdir", "shutil.rmtree",
                "os.listdir", "os.scandir", "os.makedirs", "os.rename", "shutil.copy", "shutil.copyfile",
                "shutil.move", "flask.send_file", "send_file", "FileResponse", "aiofiles.open", "zipfile.ZipFile",
                "tarfile.open", "*.save", "file", "os.walk",
            ]
            where = [{ arg = "any", value = "outside" }]
            message = "Whoever calls this chooses the file."
            remedy = "Take a name instead of a path (werkzeug.utils.secure_filename), and check where it leads."

            [[rule]]
            id = "python.path-joined"
            title = "A path is joined from a folder and a parameter"
            cwe = 22
            severity = "medium"
            confidence = "low"
            kind = "path"
            unknown = "none"
            built-text = false
            call = ["os.path.join", "posixpath.join", "*.joinpath", "flask.send_from_directory_"]
            where = [{ arg = "1+", value = "tainted" }]
            parameter = "low"
            message = "`..` or an absolute path in it leads out of the folder."
            remedy = "Resolve the path and check that it is in the folder: Path(base, name).resolve().is_relative_to(base)."

            [[rule]]
            id = "python.archive-extraction"
            title = "An archive is unpacked wherever its names lead"
            cwe = 22
            severity = "high"
            confidence = "medium"
            call = ["*.extractall", "shutil.unpack_archive"]
            where = [{ name = "filter", value = "missing" }, { name = "members", value = "missing" }]
            unless-near = [
                "getmembers", "infolist", "getnames", "namelist", "commonpath", "commonprefix", "is_within_directory",
                "realpath",
            ]
            message = "Names with `..` in the archive are written outside of the folder."
            remedy = "For tar give filter='data'; for zip check each name before it is unpacked."

            [[rule]]
            id = "python.temporary-name"
            title = "A temporary name is made, not a file"
            cwe = 377
            severity = "medium"
            confidence = "high"
            call = ["tempfile.mktemp", "os.tempnam", "os.tmpnam"]
            message = "Between the name and its use another program can put a file there."
            remedy = "Use tempfile.NamedTemporaryFile() or tempfile.mkstemp()."

            [[rule]]
            id = "python.temporary-path"
            title = "A temporary file has a name that can be guessed"
            cwe = 377
            severity = "medium"
            confidence = "medium"
            call = [
                "open", "io.open", "os.open", "os.mkdir", "os.makedirs", "shutil.copy", "shutil.copyfile",
                "codecs.open", "*.FileHandler",
            ]
            where = [{ arg = 0, name = ["file"], reads = "temporary" }]
            message = "Everybody may write to this folder, and put a file or link of this name there first."
            remedy = "Use tempfile.mkstemp(), NamedTemporaryFile() or mkdtemp()."

            [[rule]]
            id = "python.permissions"
            title = "A file may be written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            call = [
                "os.chmod", "os.fchmod", "os.lchmod", "*.chmod", "os.mkdir", "os.makedirs", "os.open", "os.mkfifo",
            ]
            where = [{ arg = "1+", name = ["mode"], reads = "wide-mode" }]
            message = "The last figure of the mode lets all users of the machine write."
            remedy = "Give 0o600 for files and 0o700 for folders, or what the group needs."

            [[rule]]
            id = "python.permissions-by-name"
            title = "A file may be written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            call = ["os.chmod", "os.fchmod", "*.chmod"]
            where = [{ arg = "any", has = ["S_IWOTH", "S_IRWXO"] }]
            message = "S_IWOTH and S_IRWXO let all users of the machine write."
            remedy = "Leave the bits of others out."

            [[rule]]
            id = "python.check-then-use"
            title = "A file is asked for before it is used"
            cwe = 367
            owasp = ["A01:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            check = "check-then-use"
            message = "Between the question and the use another program can change what is there."
            remedy = "Open it, and take the error: \"it's preferable to use EAFP techniques\", says os.access()."

            [[rule]]
            id = "python.umask"
            title = "New files may be written by everybody"
            cwe = 276
            severity = "medium"
            confidence = "medium"
            call = ["os.umask"]
            where = [{ arg = 0, is = ["0", "0o0", "0o000", "000"] }]
            message = "No bit is taken away from the mode of files that are made from now on."
            remedy = "Use 0o077 or 0o022."
            """#)
}
