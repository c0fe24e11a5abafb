extension Example {
    static let yaml = read(
        "yaml",
        ##"""
        workflow.script-injection
        + - run: echo "${{ github.event.issue.title }}"
        + - run: |⏎    echo a⏎    echo "${{ github.head_ref }}"
        - - env:⏎    T: ${{ github.event.issue.title }}⏎  run: echo "$T"
        workflow.pull-request-target
        + on: pull_request_target⏎jobs:⏎  a:⏎    steps:⏎      - with:⏎          ref: ${{ github.event.pull_request.head.sha }}
        - on: pull_request⏎jobs:⏎  a:⏎    steps:⏎      - with:⏎          ref: ${{ github.event.pull_request.head.sha }}
        workflow.unpinned-action
        + - uses: a/b@main
        - - uses: a/b@0123456789012345678901234567890123456789
        workflow.write-all
        + permissions: write-all
        - permissions: read-all
        workflow.secrets-inherit
        + secrets: inherit
        - secrets: { a: b }
        workflow.secret-printed
        + - run: echo ${{ secrets.A }}
        - - run: echo a
        workflow.unsecure-commands
        + ACTIONS_ALLOW_UNSECURE_COMMANDS: true
        - ACTIONS_ALLOW_UNSECURE_COMMANDS: 'no'
        workflow.pipe-to-shell
        + - run: curl https://a.example | bash
        - - run: curl https://a.example -o a
        yaml.privileged
        + privileged: true
        - privileged: false
        yaml.docker-socket
        + - /var/run/docker.sock:/var/run/docker.sock
        - - /data:/data
        yaml.password
        + password: "hunter2"
        - password: "${PASSWORD}"
        yaml.tls-off
        + verify_ssl: false
        - verify_ssl: true
        """##)
}
