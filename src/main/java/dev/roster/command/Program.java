package dev.roster.command;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The program as it is called from a shell: finds the command, runs it, and says how it ended. */
public final class Program {

    private final Class<?> application;
    private final Terminal terminal;

    Program(Class<?> application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    /**
     * Runs a command, and ends the process with its exit code; after {@code serve} the process goes on.
     *
     * @param application the class that Spring starts from
     */
    public static void start(Class<?> application, String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        OptionalInt code = new Program(application, new Terminal(out, err, isTerminal())).run(arguments);
        code.ifPresent(System::exit);
    }

    /** The exit code; empty when the service has started and goes on. */
    OptionalInt run(String... arguments) {
        Arguments split = Arguments.of(arguments);
        int code = commandLine(new Starting(application, split.spring()))
                .execute(split.own().toArray(String[]::new));
        return code == ServeCommand.SERVING ? OptionalInt.empty() : OptionalInt.of(code);
    }

    private CommandLine commandLine(Starting starting) {
        Session session = new Session(starting, terminal);
        DemoCommand demo = new DemoCommand(starting, terminal);
        CommandLine commands = new CommandLine(new RosterCommand(starting, demo));
        List.of(
                        new ServeCommand(starting, demo),
                        demo,
                        new SyncCommand(session),
                        new PlanCommand(session),
                        new CheckCommand(session),
                        new GroupsCommand(session),
                        new ExplainCommand(session),
                        new RunsCommand(session),
                        new ApproveCommand(session),
                        new DeadLettersCommand(session),
                        new AuditCommand(session))
                .forEach(commands::addSubcommand);
        commands.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        return commands.setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures());
    }

    private IExecutionExceptionHandler failures() {
        return (failure, command, parsed) -> {
            if (failure instanceof CommandFailure known) {
                terminal.complain(String.valueOf(known.getMessage()));
                return known.code().number();
            }
            terminal.complain("Roster failed: " + failure);
            return ExitCode.FAILED.number();
        };
    }

    /** From Java 22 on there is a console also when output goes to a file; it tells by a method of its own. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
