package dev.roster.command;

import java.util.function.Function;

/**
 * What the commands work with.
 *
 * @param starting finds what carries them out
 * @param terminal where they speak
 */
record Session(Starting starting, Terminal terminal) {

    /** Runs the work with what carries commands out, and closes that at the end. */
    int with(Options options, Function<Engine, ExitCode> work) {
        try (Engine engine = starting.engine(options.debug)) {
            return work.apply(engine).number();
        }
    }
}
