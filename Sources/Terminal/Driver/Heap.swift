import CNcurses

/// How the program's memory is shared out among its threads, and what of it is given back.
package enum Heap {
    /// Has all threads draw from one, which gives back what is large; to be called before there is a second thread.
    package static func useOne() { cn_use_one_heap() }

    /// Gives back what was read of the program's file so far; what is needed again comes by itself. After a piece of work
    /// that the screens do not need again: of a start 8 MB are left over.
    ///
    /// - Parameter megabytes: only where the process has more than these in memory, which takes 10 µs to find out.
    package static func giveBackProgram(over megabytes: Int = 0) { cn_give_back_program(megabytes << 20) }
}
