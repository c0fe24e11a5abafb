extension RuleFamily {
    static let shellAll = RuleFamily(
        name: "shell-all.toml", languages: ["shell"],
        text: #"""
            # Shell.
            languages = ["shell"]

            [[rule]]
            id = "shell.eval"
            title = "Text is run as a program"
            cwe = 95
            severity = "high"
            confidence = "high"
            kind = "code"
            unknown = "medium"
            call = ["eval"]
            where = [{ arg = "any", value = "dynamic" }]
            message = "What is put in is read as commands."
            remedy = "Use an array: \"${command[@]}\"."

            [[rule]]
            id = "shell.nested-shell"
            title = "A shell is started with a command that is not fixed"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = ["sh", "bash", "zsh", "su", "ssh_", "dash"]
            where = [{ arg = "any", is = ["-c"] }, { arg = "any", value = "built" }]
            message = "What is put in is read as commands."
            remedy = "Give it as an argument: sh -c '… \"$1\"' sh \"$value\"."

            [[rule]]
            id = "shell.permissions"
            title = "A file may be written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            call = ["chmod", "mkdir", "install"]
            where = [
                { arg = "any", is = ["777", "0777", "666", "0666", "a+w", "o+w", "a+rwx", "o+rwx", "ugo+rwx", "-R777", "1777_"] },
            ]
            message = "All users of the machine may write it."
            remedy = "Give 600, 700 or what the group needs."

            [[rule]]
            id = "shell.curl-insecure"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            call = ["curl"]
            where = [{ arg = "any", is = ["-k", "--insecure", "-sk", "-ks", "-fsSLk", "-kL", "-Lk", "-skL"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the option out; give --cacert where you have an authority of your own."

            [[rule]]
            id = "shell.wget-insecure"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            call = ["wget"]
            where = [{ arg = "any", has = ["--no-check-certificate"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the option out."

            [[rule]]
            id = "shell.ssh-host-key"
            title = "The key of an SSH server is not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            line = [{ all = ["stricthostkeychecking"], any = ["=no", " no"] }]
            message = "Any server is taken for the right one."
            remedy = "Use accept-new, or add the key to known_hosts."

            [[rule]]
            id = "shell.pipe-to-shell"
            title = "What a server sends is run unseen"
            cwe = 494
            severity = "medium"
            confidence = "high"
            line = [
                { any = ["| sh", "|sh", "| bash", "|bash", "| sudo sh", "| sudo bash", "| zsh", "| python"], all = ["http"] },
            ]
            message = "Whoever changes it there, or on the way, runs what they like here."
            remedy = "Load it to a file, compare its checksum, and run it then."

            [[rule]]
            id = "shell.download-to-shell"
            title = "What a server sends is run unseen"
            cwe = 494
            severity = "medium"
            confidence = "high"
            line = [
                { any = ["bash <(curl", "sh <(curl", "source <(curl", "eval \"$(curl", "eval $(curl", "bash -c \"$(curl", "sh -c \"$(curl", "sh -c \"$(wget", "bash <(wget"] },
            ]
            message = "Whoever changes it there, or on the way, runs what they like here."
            remedy = "Load it to a file, compare its checksum, and run it then."

            [[rule]]
            id = "shell.temporary-path"
            title = "A temporary file has a name that can be guessed"
            cwe = 377
            severity = "medium"
            confidence = "medium"
            line = [
                { any = ["/tmp/$$", "/tmp/${$}", ".$$", "> /tmp/", ">/tmp/", "=/tmp/"], none = ["mktemp", "xxxx"] },
            ]
            message = "Everybody may write to this folder, and put a file or link of this name there first."
            remedy = "Use mktemp."

            [[rule]]
            id = "shell.remove-variable"
            title = "A folder is removed whose name may be empty"
            cwe = 73
            severity = "medium"
            confidence = "medium"
            line = [
                { any = ["rm -rf $", "rm -fr $", "rm -r -f $", "rm -rf \"${1}/", "rm -rf \"$1/"], none = [":?", "mktemp", "tmp", "temp"] },
            ]
            message = "If it is empty, or has blanks, other files go."
            remedy = "Write \"${name:?}\"."

            [[rule]]
            id = "shell.password-argument"
            title = "A password is given on the command line"
            cwe = 214
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            line = [
                { any = ["mysql -u", "mysqldump -u", "sshpass -p", "curl -u", "--password=", "psql postgres://", "docker login -p"], none = ["=$", "=\"$", "-p\"$", "-p \"$", "-p $", "stdin"], all = [" -p"] },
            ]
            message = "All users of the machine see it in the list of processes."
            remedy = "Give it in a file or in the environment."

            [[rule]]
            id = "shell.sudo-nopasswd"
            title = "Rights are given without a password"
            cwe = 269
            severity = "medium"
            confidence = "medium"
            line = [{ all = ["nopasswd", "all"] }]
            message = "Whoever gets hold of the account gets all rights."
            remedy = "Name the commands that are meant."

            [[rule]]
            id = "shell.firewall-off"
            title = "A protection is turned off"
            cwe = 693
            severity = "medium"
            confidence = "high"
            line = [
                { any = ["setenforce 0", "ufw disable", "selinux=disabled", "systemctl stop firewalld", "systemctl disable firewalld", "--privileged", "apparmor=unconfined"], none = ["echo"] },
            ]
            message = "From here on nothing of it protects the machine."
            remedy = "Allow what is needed instead."
            """#)
}
