package dev.roster.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

@Command(
        name = "roster",
        description = "Keeps the users, groups and memberships of Jira, Confluence and Bitbucket as Entra ID has them.",
        footer = {
            "",
            "Settings stand in application.yaml, in environment variables, or here as --key=value,",
            "such as --server.port=9090, with every command.",
            "",
            "Exit codes: 0 done; 1 failed, refused, or finished with dead letters; 2 wrong usage or settings;",
            "3 somebody has to approve."
        },
        versionProvider = RosterCommand.Version.class,
        mixinStandardHelpOptions = true)
class RosterCommand extends ServeCommand {

    RosterCommand(Starting starting, DemoCommand demo) {
        super(starting, demo);
    }

    /** From the jar's manifest; a build that is not packed has none. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = RosterCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Roster " + (version == null ? "(development)" : version)};
        }
    }
}
