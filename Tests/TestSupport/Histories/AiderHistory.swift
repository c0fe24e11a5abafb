/// A made-up chat history of aider's.
package enum AiderHistory {
    package static let chat = """

        # aider chat started at 2026-01-31 18:05:00

        > aider v0.80.0
        > Main model: test-1 with diff edit format
        > Git repo: .git with 3 files

        #### make it faster  
        #### and shorter

        I will change it.

        src/a.py
        ```python
        <<<<<<< SEARCH
        old
        =======
        new
        newer
        >>>>>>> REPLACE
        ```

        > Tokens: 5.4k sent, 1.1k received.
        > Applied edit to src/a.py
        > Commit c0ffee1 feat: faster

        #### /add src/b.py
        > Added src/b.py to the chat

        #### /ask why?

        Because.

        > Tokens: 900 sent, 2k cache hit, 12 received.

        """
}
