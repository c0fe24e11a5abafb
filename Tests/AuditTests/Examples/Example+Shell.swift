extension Example {
    static let shell = read(
        "shell",
        ##"""
        shell.eval
        + eval "$1"
        - eval "ls"
        shell.nested-shell
        + bash -c "ls $1"
        - bash -c "ls"
        shell.permissions
        + chmod 777 a
        - chmod 600 a
        shell.curl-insecure
        + curl -k https://a.example
        - curl https://a.example
        shell.wget-insecure
        + wget --no-check-certificate https://a.example
        - wget https://a.example
        shell.ssh-host-key
        + ssh -o StrictHostKeyChecking=no a
        - ssh -o StrictHostKeyChecking=accept-new a
        shell.pipe-to-shell
        + curl https://a.example | sh
        - curl https://a.example | tar x
        shell.download-to-shell
        + bash <(curl https://a.example)
        - curl https://a.example -o a
        shell.temporary-path
        + echo a > /tmp/state.$$
        - t=$(mktemp)
        shell.remove-variable
        + rm -rf $folder/a
        - rm -rf "${folder:?}/a"
        shell.password-argument
        + mysql -u a -phunter2
        - mysql -u a -p"$PASSWORD"
        shell.sudo-nopasswd
        + echo "a ALL=(ALL) NOPASSWD: ALL" >> f
        - echo "a" >> f
        shell.firewall-off
        + ufw disable
        - ufw enable
        """##)
}
