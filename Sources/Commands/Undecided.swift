import ArgumentParser

/// Commands whose exit code is an answer: 0 and 1 are a yes and a no.
enum Undecided {
    /// Whatever keeps a command from telling is neither, and ends with 2.
    static func ifItFails<Answer>(_ work: () throws -> Answer) throws -> Answer {
        do {
            return try work()
        } catch let code as ExitCode {
            throw code
        } catch {
            Console.note("\(error)")
            throw ExitCode(2)
        }
    }
}
