import Testing

@testable import Flows

struct AnswerCodeTests {
    @Test(arguments: [
        ("x = 1", "x = 1\n"),
        ("\n\nx = 1\n\n", "x = 1\n"),
        ("```\nx = 1\n```", "x = 1\n"),
        ("Sure!\n```python\nx = 1\n```\nDone.", "x = 1\n"),
        ("~~~\nx\n~~~", "x\n"),
        ("````md\n```\ninner\n```\n````\n", "```\ninner\n```\n"),
        ("First `pip install x`:\n```sh\npip install x\n```\nthen\n```python\nx = 1\n```\n", "x = 1\n"),
        ("```\na\n```\ntext\n```\na longer one\n```", "a longer one\n"),
        ("  ```python\nx = 1\n  ```", "x = 1\n"),
        ("    ```\nx\n    ```", "    ```\nx\n    ```\n"),
        ("", ""),
    ])
    func `Fences and chatter go, code stays`(answer: String, code: String) {
        #expect(AnswerCode(of: answer, language: "python").text == code)
    }

    @Test func `A fence that was never closed is told`() {
        let code = AnswerCode(of: "```python\nx = 1\ny = ")
        #expect(code.text == "x = 1\ny = \n")
        #expect(code.isOpen)
    }

    @Test(arguments: [
        ("I am sorry, but I can't do that.", true), ("Which of the two files do you mean?\nThere are several.", true),
        ("SELECT name FROM users WHERE age > 3", false), ("import os\nimport sys", false), ("Pass.", false),
        ("Say hello to (x).", false), ("```\nI am a sentence in a fence.\n```", false),
    ])
    func `A refusal is no code`(answer: String, isProse: Bool) {
        #expect(AnswerCode(of: answer, language: "python").isProse == isProse)
        #expect(!AnswerCode(of: answer).isProse)
    }

    @Test func `The range leads to the code in the answer`() {
        let answer = "é:\n```\nx\n```"
        let code = AnswerCode(of: answer)
        #expect(Array(answer.utf8)[code.range].elementsEqual("x\n".utf8))
    }

    @Test func `Of a page of Markdown its own fences belong to it`() {
        let page = "```markdown\n# A\n```sh\nmake\n```\nend\n```\n"
        #expect(AnswerCode(of: page, language: "markdown", isMarkdown: true).text == "# A\n```sh\nmake\n```\nend\n")
    }
}
