package dev.roster;

import dev.roster.command.Program;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Roster {

    public static void main(String[] args) {
        Program.start(Roster.class, args);
    }
}
